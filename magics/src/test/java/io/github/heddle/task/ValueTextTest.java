package io.github.heddle.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValueTextTest {
  @Test
  void valuesReadAsTheyDoInJava() {
    assertThat(ValueText.of((Object) null)).isEqualTo("null");
    assertThat(ValueText.of("text")).isEqualTo("text");
    assertThat(ValueText.of(List.of(1, 2))).isEqualTo("[1, 2]");
    assertThat(ValueText.of(new int[][] {{1, 2}, {}})).isEqualTo("[[1, 2], []]");
  }

  @Test
  void textsStayInOneShortLine() {
    assertThat(ValueText.of("a\r\nb\n")).isEqualTo("a\\nb");
    assertThat(ValueText.of("x".repeat(5000))).hasSizeLessThan(210).endsWith("x …");
  }

  @Test
  void ofALargeArrayTheBeginningIsRead() {
    assertThat(ValueText.of(new int[50_000_000])).hasSizeLessThan(210).startsWith("[0, 0, 0");
    assertThat(ValueText.of(new int[][] {{1, 2}, {3}})).isEqualTo("[[1, 2], [3]]");
  }

  @Test
  void exceptionShowsTypeMessageAndInnermostLineOfACell() {
    Exception thrown = new IllegalArgumentException("bad");
    thrown.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("java.lang.Integer", "parseInt", "Integer.java", 1),
          new StackTraceElement("A", "f", "cell 12", 7),
          new StackTraceElement("B", "g", "cell 14", 1)
        });

    assertThat(ValueText.of(thrown)).isEqualTo("IllegalArgumentException: bad (cell 12, line 7)");
  }

  @Test
  void exceptionWithoutMessageOrCellIsItsType() {
    assertThat(ValueText.of(new StackOverflowError())).isEqualTo("StackOverflowError");
  }

  @Test
  void textsThatThrowAreReplaced() {
    Exception bad =
        new Exception() {
          private static final long serialVersionUID = 1L;

          @Override
          public String getMessage() {
            throw new IllegalStateException();
          }
        };

    assertThat(ValueText.of(bad)).contains("whose text cannot be had: IllegalStateException");
  }
}
