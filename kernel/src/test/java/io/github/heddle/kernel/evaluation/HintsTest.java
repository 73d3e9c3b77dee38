package io.github.heddle.kernel.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.cell.Position;
import io.github.heddle.cell.Problem;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said of mistakes, each made as a learner makes it and found by the real compiler.
class HintsTest {
  private static final Notebook NOTEBOOK = new Notebook();

  @BeforeAll
  static void declare() {
    NOTEBOOK.runAll(
        "int counter = 0; String text = \"warp\"; int[] numbers = {1, 2}; Object any = \"x\";",
        "class Loom { int width() { return 7; } }",
        "List<String> words = new ArrayList<>();");
  }

  @AfterAll
  static void close() {
    NOTEBOOK.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          void f() { int a = 1 }                    | 21 | 1  | a statement ends with a semicolon
          int f(int a) { if (a > 1) return 1; }     | 37 | 1  | must end with return and a value
          class A { f() { } }                       | 11 | 1  | void or int
          countre + 1                               | 1  | 7  | did you mean counter?
          hits + 1                                  | 1  | 4  | declare it before it is used, such as int hits = 0;
          string s = "x";                           | 1  | 6  | did you mean String?
          system.out.println(1)                     | 1  | 10 | did you mean System?
          System.out.printn("x")                    | 12 | 6  | did you mean println?
          new Loom().widht()                        | 12 | 5  | did you mean width?
          numbers.length()                          | 9  | 6  | .length
          text.size()                               | 6  | 4  | length()
          words.length()                            | 7  | 6  | size()
          int i = "5";                              | 9  | 3  | Integer.parseInt
          double d = "5.0";                         | 12 | 5  | Double.parseDouble
          int i = 5.5;                              | 9  | 3  | declare it as double
          char c = "x";                             | 10 | 3  | single quotes
          String s = 5;                             | 12 | 1  | String.valueOf
          String s = any;                           | 12 | 3  | (String) in front of it
          void nap() { Thread.sleep(5); }           | 14 | 15 | throws InterruptedException
          int f() { int v; return v; }              | 25 | 1  | give it a value
          SimpleDateFormat q;                       | 1  | 16 | import java.text.SimpleDateFormat;
          Object o = new JFrame();                  | 16 | 6  | import javax.swing.JFrame;
          if (counter = 5) { }                      | 5  | 11 | = assigns; == compares
          while (counter) { }                       | 8  | 7  | counter != 0
          void f() { counter == 5; }                | 12 | 12 | == compares; = assigns
          if (text == 5) { }                        | 5  | 9  | compare values of one type
          String s = 'hello';                       | 12 | 1  | double quotes
          String s = "hello;                        | 12 | 1  | close the string
          void f() { if (true) { }                  | 25 | 1  | the { of line 1, column 10 is not closed
          class A { int n; static int m() { return n; } } | 42 | 1 | declare it static
          List<int> li;                             | 6  | 3  | Integer for int
          void f() { int a = 1; int a = 2; }        | 27 | 1  | leave out the type
          void f() { final int a = 1; a = 2; }      | 29 | 1  | leave out final
          counter.toString()                        | 1  | 16 | no methods
          words[0]                                  | 1  | 8  | get(i)
          """)
  void aMistakeIsUnderlinedAndGetsAHint(String cell, int column, int length, String hint) {
    assertThat(NOTEBOOK.problems(cell))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.hint()).hasValueSatisfying(told -> assertThat(told).contains(hint));
          assertThat(problem.at()).isEqualTo(new Position(1, column));
          assertThat(problem.length()).isEqualTo(length);
        });
  }

  @Test
  void aVariableThatALambdaSharesIsToBeCopied() {
    Problem problem =
        NOTEBOOK
            .problems("void f() { int n = 0; n++; Runnable r = () -> System.out.println(n); }")
            .getFirst();
    assertThat(problem.hint()).hasValueSatisfying(hint -> assertThat(hint).contains("copy"));
  }

  @Test
  void oneCauseIsToldOnce() {
    assertThat(NOTEBOOK.problems("JFrame f = new JFrame();")).hasSize(1);
    assertThat(NOTEBOOK.problems("int z = y1 + y2 + y1;")).hasSize(2);
    assertThat(NOTEBOOK.problems("void z() {\n  int a = 1\n  int b = 2\n}"))
        .extracting(each -> each.at().line())
        .containsExactly(2, 3);
    assertThat(NOTEBOOK.problems("int f( { return 1; }\nint g() { return 2 +; }")).hasSize(1);
  }

  @Test
  void detailsStandInOneLine() {
    List<Problem> problems = NOTEBOOK.problems("new Loom(5)");
    assertThat(problems)
        .singleElement()
        .satisfies(problem ->
            assertThat(problem.message())
                .isEqualTo(
                    "constructor Loom in class Loom cannot be applied to given types:"
                        + " required: no arguments; found: int;"
                        + " reason: actual and formal argument lists differ in length"));
  }
}
