package io.github.heddle.kernel.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.Position;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is not declared here is compiled as the snippet that it is: nobody sees the difference but
/// in time. So it must be told of the text.
class ExpressionTextTest {
  private static Optional<String> declaring(String source) {
    return read(new Fragment(source, Position.START))
        .map(expression -> expression.declaring("it").text());
  }

  private static Optional<ExpressionText> read(Fragment source) {
    return ExpressionText.of(source, "cell 1", new Syntax());
  }

  private static void assertDeclares(String source, String begin, String expression) {
    assertThat(declaring(source)).contains("java.lang.Object it = " + begin + expression + "\n);");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1 + 1", "a", "x = 3", "x++", "text.length() + 1", "record", "sealed + 1"})
  void anExpressionIsTheValueOfOurVariable(String source) {
    assertDeclares(source, "(", source);
  }

  @ParameterizedTest
  @ValueSource(strings = {"f()", "text.length()", "new Object().hashCode()", "record(1)"})
  void aCallMayGiveNothing(String source) {
    assertDeclares(source, "io.github.heddle.kernel.evaluation.ExpressionValue.of(() -> ", source);
  }

  @Test
  void aSemicolonAndWhatStandsBehindItAreNoPartOfIt() {
    assertDeclares("1 + 1;", "(", "1 + 1");
    assertDeclares("1 + /* one */ 1; // two;", "(", "1 + /* one */ 1");
  }

  @Test
  void aCommentAtTheEndHidesNothingOfOurs() {
    assertDeclares("1 + 1 // two", "(", "1 + 1 // two");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int a = 1;",
        "var a = 1;",
        "String a = f();",
        "import java.util.*;",
        "class A {}",
        "record A(int a) {}",
        "sealed interface A {}",
        "int f() { return 1; }",
        "{ f(); }",
        "@Deprecated class A {}",
        "if (a) f();",
        "for (;;) {}",
        "while (true) f();",
        "throw new Exception();",
        "f(); g();",
        "1 +",
        "",
      })
  void whatIsNoExpressionIsNone(String source) {
    assertThat(declaring(source)).isEmpty();
  }

  @Test
  void whatStandsInTheCellIsFoundThere() {
    SnippetText text =
        read(new Fragment("a +\n  b", new Position(4, 3))).orElseThrow().declaring("it");
    assertThat(text.at(text.text().indexOf("b\n"))).isEqualTo(new Position(5, 3));
  }
}
