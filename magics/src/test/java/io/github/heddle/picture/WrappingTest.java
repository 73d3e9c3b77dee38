package io.github.heddle.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappingTest {
  @Test
  void whatFitsStaysOneLine() {
    assertThat(Wrapping.lines("one two three", 13)).containsExactly("one two three");
  }

  @Test
  void noWordIsLeftAloneOnTheLastLine() {
    assertThat(Wrapping.lines("more at once would overlap more of it", 35))
        .containsExactly("more at once would", "overlap more of it");
  }

  @Test
  void thereAreAsFewLinesAsCanBe() {
    assertThat(Wrapping.lines("aaaa bbbb cccc dddd eeee", 14)).hasSize(2);
    assertThat(Wrapping.lines("", 14)).containsExactly("");
    assertThat(Wrapping.lines("a-word-longer-than-a-line b", 9)).hasSize(2);
  }
}
