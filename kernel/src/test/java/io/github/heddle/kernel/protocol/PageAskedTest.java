package io.github.heddle.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageAskedTest {
  @ParameterizedTest
  @ValueSource(strings = {"Math.max?", "?Math.max", "  Math.max ?? ", "?? Math.max\n\n"})
  void aNameWithAQuestionMarkAsks(String cell) {
    assertThat(PageAsked.in(cell)).contains(new PageAsked("", "Math.max"));
  }

  @Test
  void whatStandsAboveIsKept() {
    assertThat(PageAsked.in("int a = 1;\na\na?")).contains(new PageAsked("int a = 1;\na\n", "a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?",
        "a ? 1 : 2",
        "a?\n1 : 2",
        "a?;",
        "// why?",
        "1?",
        "%%threads -n 2\na?",
        "a b?",
        "?a?"
      })
  void otherTextDoesNot(String cell) {
    assertThat(PageAsked.in(cell)).isEmpty();
  }
}
