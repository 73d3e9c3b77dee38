package io.github.heddle.kernel.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Expressions are compiled in a shorter way than the compiler's own: nobody may see a difference.
class ExpressionTest {
  private final Notebook notebook = new Notebook();

  @AfterEach
  void close() {
    notebook.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "1 + 1 | 2 | Integer",
        "1L << 40 | 1099511627776 | Long",
        "'a' | a | Character",
        "(char) ('a' + 1) | b | Character",
        "true ? 1 : 2.0 | 1.0 | Double",
        "switch (1) { case 1 -> 1; default -> 2.0; } | 1.0 | Double",
        "7 /2%2 | 1 | Integer",
        "number /* half */ / 2 | 1 | Integer",
        "number // half | 3 | Integer",
        "number<io?text:io | alpha | String",
        "text.length() | 5 | Integer",
        "text | alpha | String",
        "text + /* and */ text // twice; | alphaalpha | String",
        "\"a;b\" | a;b | String",
        "number = 7 | 7 | Integer",
        "number += 2.5 | 5 | Integer",
        "number++ | 3 | Integer",
        "new int[] {4, 5}[1] | 5 | Integer",
        "List.of(1, 2).stream().map(x -> x * 2).toList() | [2, 4] | ListN",
        "Optional.empty() | Optional.empty | Optional",
        "identity(3) | 3 | Integer",
        "new Object() { int x = 4; }.x | 4 | Integer",
        "((java.util.function.Supplier<String>) () -> \"given\").get() | given | String",
        "text instanceof String s && s.isEmpty() | false | Boolean",
        "risky() | 1 | Integer",
        "io | 9 | Integer",
        "Integer.toString(io) | 9 | String",
      })
  void valueAndTypeAreThoseOfTheExpression(String source, String value, String type) {
    notebook.runAll(
        "String text = \"alpha\";\nint number = 3;\nint io = 9;",
        "<T extends Comparable<T>> T identity(T it) { return it; }",
        "int risky() throws Throwable { return 1; }");
    Object found = Objects.requireNonNull(notebook.value(source));
    assertThat(found).hasToString(value);
    assertThat(found.getClass().getSimpleName()).isEqualTo(type);
  }

  @Test
  void callWithoutValueIsMadeOnceAndShowsNothing() {
    notebook.runAll("int calls = 0;", "void count() throws Throwable { calls++; }");
    assertThat(notebook.run("count()")).isEqualTo(new Evaluation.Done());
    assertThat(notebook.run("count();")).isEqualTo(new Evaluation.Done());
    assertThat(notebook.value("calls")).isEqualTo(2);
  }

  @Test
  void callThatNeedsWhatIsNotDeclaredYetSaysSo() {
    notebook.runAll("int f() { return 1; }");
    assertThat(notebook.problems("f() + later").getFirst().message()).contains("later");
    notebook.runAll("int later = 2;");
    assertThat(notebook.value("f() + later")).isEqualTo(3);
  }

  @Test
  void whatIsWrongIsToldOfTheExpressionAndRunsNothing() {
    notebook.runAll("int calls = 0;", "int count() { return ++calls; }");
    assertThat(notebook.problems("\ncount().length()").getFirst().message())
        .contains("int cannot be dereferenced");
    assertThat(notebook.value("calls")).isEqualTo(0);
  }

  @Test
  void noVariableIsLeft() {
    notebook.runAll("1 + 1;", "System.lineSeparator();", "int mine = 1;", "mine + 1;");
    assertThat(notebook.evaluator().variables()).extracting(Variable::name).containsExactly("mine");
  }
}
