package io.github.heddle.ship;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.heddle.task.TaskBody;
import io.github.heddle.task.Work;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackingTest {
  private static final String NOTEBOOK =
      """
      import io.github.heddle.task.*;
      import java.util.*;

      class Held {
        static int used = 3;
        static Object unused = new Object();
        static List<Shape> shapes = new ArrayList<>();
        static long sum;

        static double areas() {
          double areas = 0;
          for (Shape each : shapes) areas += each.area();
          return areas;
        }

        static Object neverCalled() {
          return new Unused().toString() + unused;
        }
      }

      class Unused {}

      interface Shape extends java.io.Serializable {
        double area();
      }

      class Square implements Shape {
        public double area() {
          return More.factor * Held.used;
        }
      }

      class More {
        static double factor = 0.5;
      }

      class Body {
        static TaskBody<Integer, Object> make() {
          Held.shapes.add(new Square());
          return (task, item) -> {
            Held.sum += item;
            return Held.areas() + item;
          };
        }

        static List<Shape> elements() {
          return List.of(new Square());
        }
      }
      """;

  @TempDir Path folder;

  private SourceLoader notebook() throws IOException {
    return new SourceLoader().with(folder, "Body", NOTEBOOK);
  }

  private static TaskBody<?, ?> body(SourceLoader notebook) throws ReflectiveOperationException {
    return (TaskBody<?, ?>) notebook.call("Body", "make");
  }

  private static List<String> names(Cargo cargo) {
    return cargo.classes().stream().map(ClassFile::name).toList();
  }

  @Test
  void classesAndVariablesAreFollowedToTheEnd() throws Throwable {
    Cargo cargo = Packing.of(body(notebook())).cargo();
    // Square and More are reached only by the value of a variable; the body has a class of its own
    assertThat(names(cargo))
        .containsExactlyInAnyOrder("Body", "Body$$Body", "Held", "Shape", "Square", "More")
        .doesNotContain("Unused");
    Unpacking worker = new Unpacking(PackingTest.class.getClassLoader());
    assertThat(worker.body(cargo).run(0, 4)).isEqualTo(5.5);
  }

  @Test
  void aBodyThatCapturesSomethingHasNoClassOfItsOwn() throws Throwable {
    SourceLoader notebook =
        new SourceLoader()
            .with(
                folder,
                "Body",
                """
                import io.github.heddle.task.*;

                class Body {
                  static TaskBody<Integer, Object> make() {
                    int captured = Integer.parseInt("3");
                    return (task, item) -> captured + item;
                  }

                  static TaskBody<Integer, Object> plain() {
                    return (task, item) -> 10 * item + task;
                  }
                }
                """);
    Unpacking worker = new Unpacking(PackingTest.class.getClassLoader());
    Cargo capturing = Packing.of(body(notebook)).cargo();
    assertThat(capturing.body()).isEmpty();
    assertThat(worker.body(capturing).run(0, 4)).isEqualTo(7);
    Cargo plain = Packing.of((TaskBody<?, ?>) notebook.call("Body", "plain")).cargo();
    assertThat(plain.body()).contains("Body$$Body");
    assertThat(plain.contents().graph()).as("nothing to read").isEmpty();
    assertThat(worker.body(plain).run(2, 4)).isEqualTo(42);
  }

  @Test
  void variablesAreSentAsTheyAreNow() throws Throwable {
    SourceLoader notebook = notebook();
    TaskBody<?, ?> body = body(notebook);
    Unpacking worker = new Unpacking(PackingTest.class.getClassLoader());
    worker.body(Packing.of(body).cargo()).run(0, 4);
    new Variable("More", "factor").set(notebook, 2.0);
    assertThat(worker.body(Packing.of(body).cargo()).run(0, 4)).isEqualTo(10.0);
    assertThat(new Variable("Held", "sum").value(notebook)).isEqualTo(0L);
    assertThat(new Variable("Held", "sum").value(worker.classLoader())).isEqualTo(4L);
  }

  @Test
  void whatAWorkerHasIsNotSentAgain() throws Throwable {
    TaskBody<?, ?> body = body(notebook());
    Unpacking worker = new Unpacking(PackingTest.class.getClassLoader());
    Cargo first = Packing.of(body).cargo();
    worker.body(first);
    Cargo second = Packing.of(body).cargo().without(first.digests());
    assertThat(second.classes()).hasSize(6).noneMatch(ClassFile::complete);
    assertThat(worker.body(second).run(0, 4)).isEqualTo(5.5);
    assertThatThrownBy(
            () -> new Unpacking(PackingTest.class.getClassLoader()).body(second).run(0, 4))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("never arrived");
  }

  @Test
  void anotherVersionOfAClassGetsAnotherLoader() throws Throwable {
    TaskBody<?, ?> body = body(notebook());
    Unpacking worker = new Unpacking(PackingTest.class.getClassLoader());
    worker.body(Packing.of(body).cargo());
    ClassLoader before = worker.classLoader();
    worker.body(Packing.of(body).cargo());
    assertThat(worker.classLoader()).isSameAs(before);
    String other = NOTEBOOK.replace("More.factor *", "More.factor + ");
    SourceLoader changed = new SourceLoader().with(folder, "Body", other);
    assertThat(worker.body(Packing.of(body(changed)).cargo()).run(0, 4)).isEqualTo(7.5);
    assertThat(worker.classLoader()).isNotSameAs(before);
  }

  @Test
  @SuppressWarnings("unchecked") // what the source says
  void elementsBringTheirClasses() throws Throwable {
    SourceLoader notebook = notebook();
    List<Object> shapes = (List<Object>) notebook.call("Body", "elements");
    TaskBody<Object, String> onClassPath = (_, item) -> item.getClass().getName();
    Packing packing = Packing.of(new Work<>(Optional.of(shapes), onClassPath));
    Cargo cargo = packing.cargo();
    assertThat(names(cargo)).contains("Square", "More");
    Unpacking worker = new Unpacking(PackingTest.class.getClassLoader());
    worker.body(cargo);
    Object element = worker.value(packing.parcel("element 0", shapes.getFirst()));
    assertThat(requireNonNull(element).getClass().getClassLoader()).isSameAs(worker.classLoader());
    Object back = packing.value(worker.parcel("the result of task 0", element));
    assertThat(requireNonNull(back).getClass().getClassLoader()).isSameAs(notebook);
  }

  @Test
  void aBodyOfTheClassPathNeedsNoClasses() throws Throwable {
    int captured = 5;
    Cargo cargo = Packing.of((TaskBody<Integer, Integer>) (_, item) -> item + captured).cargo();
    assertThat(cargo.classes()).isEmpty();
    Unpacking worker = new Unpacking(PackingTest.class.getClassLoader());
    assertThat(worker.body(cargo).run(0, 1)).isEqualTo(6);
  }

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
    Unpacking worker = new Unpacking(PackingTest.class.getClassLoader());
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
        (Object[]) requireNonNull(new Unpacking(PackingTest.class.getClassLoader()).value(parcel));
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

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Plain(int number, String text, double[] data) {}

  record Open(int number, Object anything) {}

  record Holding(Plain plain, Thread.State state) {}

  record Chain(Chain next) {}

  @ParameterizedTest
  @ValueSource(classes = {Integer.class, String.class, int[].class, Plain.class, Plain[].class})
  void typesAreClosedWhereOneObjectIsLikeAllOthers(Class<?> type) {
    assertThat(new ClosedTypes().contain(type)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(classes = {Object[].class, Open.class, Holding.class, Chain.class, ArrayList.class})
  void otherTypesAreOpen(Class<?> type) {
    assertThat(new ClosedTypes().contain(type)).isFalse();
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
