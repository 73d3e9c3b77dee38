package io.github.heddle.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ElementsTest {
  private static <T> List<T> elements(Elements<T> elements) {
    return elements.performing((_, _) -> {}).elements().orElseThrow();
  }

  @Test
  void realTypesAreKept() {
    List<String> strings = elements(Elements.of(List.of("a")));
    List<Integer> ints = elements(Elements.of(new int[] {1, 2}));
    List<Integer> range = elements(Elements.of(IntStream.range(0, 2)));
    List<Map.Entry<String, Integer>> entries = elements(Elements.of(Map.of("a", 1)));
    List<String> array = elements(Elements.of(new String[] {"a", null}));
    assertThat(strings).containsExactly("a");
    assertThat(ints).containsExactly(1, 2);
    assertThat(range).containsExactly(0, 1);
    assertThat(entries).containsExactly(Map.entry("a", 1));
    assertThat(array).containsExactly("a", null);
  }

  @Test
  void whatOnlyTheRunningProgramKnowsIsLookedAt() {
    for (Object each : List.of(List.of(1L), new long[] {1}, Stream.of(1L), new Object[] {1L})) {
      assertThat(elements(Elements.of(each))).containsExactly(1L);
    }
    assertThat(elements(Elements.of((Object) Map.of(1, 2)))).containsExactly(Map.entry(1, 2));
  }

  @Test
  void whatHasNoElementsIsNamed() {
    assertThatThrownBy(() -> Elements.of((Object) "text"))
        .isInstanceOf(NoElementsException.class)
        .hasMessage("a String is no collection, array, stream or map");
    assertThatThrownBy(() -> Elements.of(5))
        .hasMessage("an Integer is no collection, array, stream or map");
  }

  @Test
  void interruptEndsAStreamWithoutEnd() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Elements.of(Stream.generate(() -> 1)))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void laterChangesDoNotMatter() {
    Integer[] array = {1};
    List<Integer> elements = elements(Elements.of(array));
    Arrays.fill(array, 2);
    assertThat(elements).containsExactly(1);
  }
}
