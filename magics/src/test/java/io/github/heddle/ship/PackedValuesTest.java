package io.github.heddle.ship;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.heddle.task.TaskBody;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackedValuesTest {
  static Stream<@Nullable Object> values() {
    return Stream.<@Nullable Object>of(
        null,
        true,
        false,
        (byte) -1,
        (short) -300,
        'ß',
        Integer.MIN_VALUE,
        -1,
        Long.MIN_VALUE + 1,
        -0.0,
        Float.MIN_VALUE,
        "",
        "text, Grüße, \uD83D\uDE00",
        "half a pair \uD83D",
        List.of(1, 2),
        Stream.of(1L, 2L, 3L).toList(),
        new ArrayList<>(List.of(1.0, -0.0, Double.NaN)),
        new ArrayList<>(List.of(1, 2L)),
        Arrays.asList(1, null, 3),
        new ArrayList<>(Arrays.asList(1, null)),
        Optional.of(List.of("a")),
        OptionalInt.empty(),
        Path.of("a", "b"),
        Map.entry(1, "a"),
        new HashMap<>(Map.of("a", Optional.empty())),
        Set.of(Thread.State.NEW));
  }

  @ParameterizedTest
  @MethodSource("values")
  void valuesArriveEqual(@Nullable Object value) throws IOException {
    assertThat(back(value)).isEqualTo(value);
  }

  private static @Nullable Object back(@Nullable Object value) throws IOException {
    Packing packing = Packing.of((TaskBody<Object, Object>) (_, item) -> item);
    Unpacking worker = new Unpacking(PackedValuesTest.class.getClassLoader());
    return packing.value(worker.parcel("back", worker.value(packing.parcel("there", value))));
  }

  @Test
  void viewsOfCollectionsArriveAsCopies() throws IOException {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    Map<String, Integer> map = new HashMap<>(Map.of("a", 1));
    assertThat(back(list.subList(1, 3))).isEqualTo(List.of(2, 3));
    assertThat(back(map.keySet())).isEqualTo(Set.of("a"));
    assertThat(back(map.values())).isEqualTo(List.of(1));
    assertThat(back(map.entrySet().iterator().next())).isEqualTo(Map.entry("a", 1));
  }

  @Test
  void largeArraysTravelBesideTheGraphOnce() throws IOException {
    int[] large = new int[100_000];
    large[99_999] = 1;
    Object[] value = {large, new Object[] {large}, new int[] {1}};
    Parcel parcel = Packing.of((TaskBody<Object, Object>) (_, item) -> item).parcel("it", value);
    assertThat(parcel.arrays()).singleElement().isSameAs(large);
    assertThat(parcel.graph()).hasSizeLessThan(500);
    Object[] back =
        (Object[])
            requireNonNull(new Unpacking(PackedValuesTest.class.getClassLoader()).value(parcel));
    assertThat(back[0]).isSameAs(large).isSameAs(((Object[]) requireNonNull(back[1]))[0]);
    assertThat(back[2]).isEqualTo(new int[] {1});
  }

  @Test
  void smallValuesTakeFewBytes() {
    Packing packing = Packing.of((TaskBody<Object, Object>) (_, item) -> item);
    assertThat(packing.parcel("it", 12).graph()).hasSize(5);
    assertThat(packing.parcel("it", "abc").graph()).hasSize(4);
    assertThat(packing.parcel("it", new double[10_000]).graph()).hasSize(1);
    assertThat(Arrays.stream(new Object[] {null, true}).map(each -> packing.parcel("it", each)))
        .allMatch(each -> each.graph().length == 1);
  }

  @Test
  void whatIsNotSerializableIsNamed() {
    Packing packing = Packing.of((TaskBody<Object, Object>) (_, item) -> item);
    Map<Object, Object> value = Map.of(7, new Object[] {1, new Socket()});
    assertThatThrownBy(() -> packing.parcel("element 3", value))
        .isInstanceOf(NotShippable.class)
        .hasMessage(
            "Element 3 cannot be sent to another process: its part get(7)[1] is a java.net.Socket."
                + " Processes do not share memory: what a body uses is copied, and a Socket cannot"
                + " be. Send plain data, and create what needs more inside the body.");
    assertThatThrownBy(() -> packing.parcel("element 3", List.of(1).iterator()))
        .hasMessageEndingWith("Collect its elements into a list first.");
  }

  @Test
  void whatFailsWhileItIsReadIsAnIoException() {
    Parcel broken = new Parcel(new byte[] {0, 1, 2}, List.of());
    assertThatThrownBy(() -> Objects.toString(Parcels.value(broken, getClass().getClassLoader())))
        .isInstanceOf(IOException.class);
  }

  static final class Unwilling implements Serializable {
    @SuppressWarnings("UnusedMethod") // serialisation calls it
    private void writeObject(ObjectOutputStream out) {
      throw new IllegalStateException("not today");
    }
  }

  @Test
  void whatCodeOfTheUserThrowsIsTheCause() {
    Packing packing = Packing.of((TaskBody<Object, Object>) (_, item) -> item);
    assertThatThrownBy(() -> packing.parcel("element 3", List.of(new Unwilling())))
        .isInstanceOf(NotShippable.class)
        .hasCauseInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Element 3 cannot be sent to another process: copying it failed with"
                + " java.lang.IllegalStateException: not today.");
    assertThatThrownBy(() -> packing.parcel("element 3", new Socket())).hasNoCause();
  }

  @Test
  @SuppressWarnings("unchecked") // what was sent
  void listsOfNumbersStayChangeableOrNot() throws IOException {
    List<Integer> changeable = (List<Integer>) requireNonNull(back(new ArrayList<>(List.of(1))));
    changeable.add(2);
    assertThat(changeable).containsExactly(1, 2);
    List<Integer> fixed = (List<Integer>) requireNonNull(back(Stream.of(1, 2, 3).toList()));
    assertThatThrownBy(() -> fixed.add(4)).isInstanceOf(UnsupportedOperationException.class);
  }
}
