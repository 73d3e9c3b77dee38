package io.github.heddle.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private final History history = new History();

  @BeforeEach
  void cells() {
    for (String input : List.of("a", "b(1)", "a", "c")) {
      history.add(new History.Entry(history.tail(99).size() + 1, input, ""));
    }
  }

  @Test
  void theTailIsInOrder() {
    assertThat(numbers(history.tail(2))).containsExactly(3, 4);
    assertThat(numbers(history.tail(99))).containsExactly(1, 2, 3, 4);
  }

  @Test
  void aRangeLeavesOutItsEnd() {
    assertThat(numbers(history.range(2, 4))).containsExactly(2, 3);
  }

  @Test
  void aPatternMatchesTheWholeText() {
    assertThat(numbers(history.search("b(*", 9, false))).containsExactly(2);
    assertThat(numbers(history.search("?", 9, false))).containsExactly(1, 3, 4);
    assertThat(numbers(history.search("(", 9, false))).isEmpty();
  }

  @Test
  void ofEqualTextsOnlyTheLastIsFoundOnDemand() {
    assertThat(numbers(history.search("?", 9, true))).containsExactly(3, 4);
  }

  private static List<Integer> numbers(List<History.Entry> entries) {
    return entries.stream().map(History.Entry::number).toList();
  }
}
