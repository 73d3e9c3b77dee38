package io.github.heddle.kernel.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeTest {
  private static final String LONG = "a\\n'".repeat(100_000);

  @Test
  void literalsOfAnyLengthAreSkipped() {
    String text = "f(\"" + LONG + "\")";
    assertThat(Code.endsWithSemicolon(text)).isFalse();
    assertThat(Code.endsWithSemicolon(text + "; // " + LONG)).isTrue();
    assertThat(Code.withoutLiterals(text)).hasSameSizeAs(text).startsWith("f(  ").endsWith("  )");
  }

  @Test
  void textBlocksOfAnyLengthAreSkipped() {
    String text = "f(\"\"\"\n" + "a \\\"\"\" \"\" b;\n".repeat(100_000) + "\"\"\")";
    assertThat(Code.endsWithSemicolon(text)).isFalse();
    assertThat(Code.withoutLiterals(text)).hasSameSizeAs(text).doesNotContain("b");
  }

  @Test
  void aQuoteAloneIsNoText() {
    assertThat(Code.withoutLiterals("a \"b\n'c'")).isEqualTo("a \"b\n   ");
  }
}
