package io.github.heddle.kernel.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.Position;
import io.github.heddle.cell.Problem;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JShellEvaluatorTest {
  private final Notebook notebook = new Notebook();

  @AfterEach
  void close() {
    notebook.close();
  }

  @Test
  void expressionGivesTheLiveObject() {
    notebook.runAll("var list = new ArrayList<String>();");
    assertThat(notebook.value("list")).isSameAs(notebook.value("(Object) list"));
  }

  @Test
  void nullIsAValueAndVoidIsNone() {
    assertThat(notebook.value("(Object) null")).isNull();
    assertThat(notebook.run("Thread.yield()")).isEqualTo(new Evaluation.Done());
  }

  @Test
  void expressionWithSemicolonShowsNothing() {
    assertThat(notebook.run("1 + 1; // not shown;")).isEqualTo(new Evaluation.Done());
    assertThat(notebook.value("1 + 1 // shown;")).isEqualTo(2);
  }

  @Test
  void cellOfManySnippetsGivesTheLastValue() {
    assertThat(notebook.value("int a = 1;\nint b = a + 1;\n\nint f() { return a + b; }\nf()"))
        .isEqualTo(3);
  }

  @Test
  void semicolonMayBeLeftOutAtTheEnd() {
    notebook.runAll("int a = 3 // three");
    assertThat(notebook.value("a")).isEqualTo(3);
  }

  @Test
  void snippetsOfACellShareOneThread() {
    assertThat(
            notebook.value(
                """
                var lock = new java.util.concurrent.locks.ReentrantLock();
                lock.lock();
                Thread.currentThread().interrupt();
                lock.isHeldByCurrentThread() && Thread.currentThread().isInterrupted()
                """))
        .isEqualTo(true);
  }

  @Test
  void classesOfACellMayReferToEachOther() {
    assertThat(
            notebook.value(
                """
                sealed interface Shape permits Circle, Square {}
                record Circle(double r) implements Shape {}
                record Square(double a) implements Shape {}
                double area(Shape s) {
                  return switch (s) {
                    case Circle c -> later(c.r());
                    case Square q -> q.a() * q.a();
                  };
                }
                double later(double r) { return r; }
                area(new Circle(2)) + area(new Square(3))
                """))
        .isEqualTo(11.0);
  }

  @Test
  void unresolvedReferencesAreNamedWhereTheyStand() {
    assertThat(notebook.problems("int counter = 1;\nint f() {\n  return countr + g(1);\n}"))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.at()).isEqualTo(new Position(3, 10));
          assertThat(problem.message()).contains("f", "countr", "g(int)", "not declared");
          assertThat(problem.hint()).contains("did you mean counter?");
        });
  }

  @Test
  void compileErrorPointsIntoTheCell() {
    Fragment source = new Fragment("int a = 1;\n  int b = \"x\";", new Position(3, 5));
    Evaluation evaluation = notebook.evaluator().evaluate(7, source, notebook.scope());
    assertThat(((Evaluation.Rejected) evaluation).problems().problems())
        .containsExactly(
            Problem.at(
                    new Position(4, 11), 3, "incompatible types: String cannot be converted to int")
                .withHint("text becomes a number with Integer.parseInt(text)"));
  }

  @Test
  void whatCannotBeReadKeepsTheWholeCellFromRunning() {
    notebook.runAll("int a = 1;");
    assertThat(notebook.problems("a = 2;\nint b = 3 +;\nint c = 4;"))
        .extracting(Problem::at)
        .containsExactly(new Position(2, 12));
    assertThat(notebook.problems("a = 2;\nSystem.out.println(1")).hasSize(1);
    assertThat(notebook.value("a")).isEqualTo(1);
  }

  @Test
  void eachPlaceIsOneProblem() {
    List<Problem> problems = notebook.problems("int f() {\n  int x = \"a\";\n  return true;\n}");
    assertThat(problems).extracting(problem -> problem.at().line()).containsExactly(2, 3);
  }

  @Test
  void commonMistakesGetAHint() {
    assertThat(notebook.problems("int a = 1;\nif (a = 2) {}").getFirst().hint())
        .contains("= assigns; == compares");
    assertThat(notebook.problems("string s = \"\";").getFirst().hint())
        .contains("did you mean String?");
    assertThat(notebook.problems("class A {\n f() {}\n}").getFirst().hint())
        .hasValueSatisfying(hint -> assertThat(hint).contains("void"));
    assertThat(notebook.problems("void f() {\n").getFirst().hint())
        .hasValueSatisfying(hint -> assertThat(hint).contains("not closed"));
  }

  @Test
  void exceptionIsTheOneThatWasThrown() {
    notebook.runAll(
        "class Mine extends RuntimeException { int code = 7; }\nvar mine = new Mine();");
    Object mine = notebook.value("mine");
    assertThat(notebook.thrown("throw mine;")).isSameAs(mine);
  }

  @Test
  void failureEndsTheCell() {
    assertThat(notebook.thrown("int a = 1;\nint b = a / 0, c = (a = 5);\na = 6;"))
        .isInstanceOf(ArithmeticException.class);
    assertThat(notebook.value("a")).isEqualTo(1);
  }

  @Test
  void valuesOfExpressionsAreNotKept() {
    for (int run = 0; run < 40; run++) {
      notebook.value("new byte[100_000_000]");
    }
    assertThat(Optional.ofNullable(notebook.value("1"))).contains(1);
  }

  @Test
  void volatileVariablesAreVolatile() {
    notebook.runAll("volatile boolean end = false;", "private static volatile int a = 1, b = 2;");
    notebook.runAll("int plain = 1;", "import java.util.concurrent.atomic.*;");
    assertThat(modifiers("end")).isNotEmpty().allMatch(Modifier::isVolatile);
    assertThat(modifiers("a")).isNotEmpty().allMatch(Modifier::isVolatile);
    assertThat(modifiers("b")).isNotEmpty().allMatch(Modifier::isVolatile);
    assertThat(modifiers("plain")).isNotEmpty().noneMatch(Modifier::isVolatile);
  }

  /// Of the fields with that name in all classes of snippets and their versions.
  private List<Integer> modifiers(String variable) {
    ClassLoader loader = notebook.evaluator().loader();
    return IntStream.range(0, 50)
        .boxed()
        .flatMap(index -> Stream.of("", "A", "B", "C").map(version -> index + version))
        .flatMap(name -> fields(loader, "REPL.$JShell$" + name))
        .filter(field -> field.getName().equals(variable))
        .map(Field::getModifiers)
        .toList();
  }

  private static Stream<Field> fields(ClassLoader loader, String className) {
    try {
      return Stream.of(loader.loadClass(className).getDeclaredFields());
    } catch (ClassNotFoundException _) {
      return Stream.empty();
    }
  }

  @Test
  void constructorsOfRecordsNeedNotBePublic() {
    notebook.runAll(
        """
        record Range(int low, int high) {
          static final Range ALL = new Range(0, 9); // Range { }
          Range {
            if (low > high) {
              throw new IllegalArgumentException("Range(" + low + ")");
            }
          }
          @Deprecated Range(int high) { this(0, high); }
          Range wider() { return new Range(low - 1, high + 1); }
        }
        record Pair<A>(A a, A b) { Pair(A a, A b) { this.a = a; this.b = b; } }
        """);
    assertThat(notebook.value("Range.ALL.wider() + \" \" + new Range(3) + new Pair<>(1, 2)"))
        .isEqualTo("Range[low=-1, high=10] Range[low=0, high=3]Pair[a=1, b=2]");
    assertThat(notebook.thrown("new Range(2, 1)").getStackTrace()[0].getLineNumber()).isEqualTo(5);
  }

  @Test
  void whatIsTooLargeForTheJvmIsSaidAndHarmsNothingElse() {
    String steps = "sum += sum * 7919 + 12345;\n".repeat(8_000);
    notebook.runAll("int sum = 1;");
    assertThat(notebook.problems("int f() {\n" + steps + "return sum; }"))
        .extracting(Problem::message)
        .containsExactly("code too large");
    assertThat(notebook.problems("if (sum > 0) {\n" + steps + "}"))
        .extracting(Problem::message)
        .containsExactly("code too large");
    assertThat(notebook.problems("String text = \"" + "a".repeat(70_000) + "\";"))
        .extracting(Problem::message)
        .containsExactly("constant string too long");
    assertThat(notebook.problems("\"" + "a".repeat(70_000) + "\"")).hasSize(1);
    notebook.runAll("int twice(int n) { return 2 * n; }", "class Loom { int width = twice(4); }");
    assertThat(notebook.value("new Loom().width + sum")).isEqualTo(9);
  }

  @Test
  void lambdasAndMethodsReturnButACellDoesNot() {
    notebook.runAll("int one() { return 1; }", "Runnable r = () -> { return; };");
    assertThat(notebook.value("new Object() { int two() { return 2; } }.two() + one()"))
        .isEqualTo(3);
    assertThat(notebook.problems("int seen = 1;\nif (seen == 1) {\n  return;\n}\nseen = 2;"))
        .singleElement()
        .satisfies(each -> assertThat(each.at()).isEqualTo(new Position(3, 3)));
  }

  @Test
  void variablesThatLoseTheirValuesAreNamed() {
    notebook.runAll("record Yarn(int length) {}", "class Loom { int n; int n() { return n; } }");
    notebook.runAll("var kept = 5; var loom = new Loom(); var one = new Yarn(1);");
    notebook.runAll("List<Yarn> all = List.of(one);");
    assertThat(notebook.said()).isEmpty();
    notebook.runAll("record Yarn(int length, String colour) {}");
    assertThat(notebook.said())
        .singleElement()
        .satisfies(told -> assertThat(told).startsWith("one, all lost their values: "));
    notebook.runAll("class Loom { int n; int more; }");
    assertThat(notebook.said().getLast()).startsWith("loom lost its value: ");
    assertThat(notebook.value("kept")).isEqualTo(5);
  }
}
