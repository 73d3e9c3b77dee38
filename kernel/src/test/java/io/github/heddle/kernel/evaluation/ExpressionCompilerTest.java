package io.github.heddle.kernel.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Exchanger;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The compiler of expressions is kept from cell to cell: it must know what the cells between have
/// changed, and leave to JShell what only JShell can compile.
class ExpressionCompilerTest {
  private static final String WHICH = "new Object() {}.getClass().getName()";

  private final Notebook notebook = new Notebook();

  @AfterEach
  void close() {
    notebook.close();
  }

  private void assertOnePass(String source) {
    assertThat((String) notebook.value(source)).startsWith("REPL.$JShell$heddle");
  }

  private void assertByJShell(String source) {
    assertThat((String) notebook.value(source)).matches("REPL\\.\\$JShell\\$\\d+.*");
  }

  @Test
  void anExpressionIsNoSnippet() {
    assertOnePass(WHICH);
    notebook.runAll("int a = 1;", "String f() { return \"\"; }");
    assertOnePass(WHICH + " + f()");
  }

  @Test
  void methodsAreThoseDeclaredLast() {
    notebook.runAll("int f() { return 1; }");
    assertThat(notebook.value("f()")).isEqualTo(1);
    notebook.runAll("int f() { return 2; }");
    assertThat(notebook.value("f()")).isEqualTo(2);
    notebook.runAll("String f() { return \"three\"; }");
    assertThat(notebook.value("f().length()")).isEqualTo(5);
  }

  @Test
  void constantsAreThoseDeclaredLast() {
    notebook.runAll("class K { static final int A = 1; }");
    assertThat(notebook.value("K.A + 0")).isEqualTo(1);
    notebook.runAll("class K { static final int A = 2; }");
    assertThat(notebook.value("K.A + 0")).isEqualTo(2);
  }

  @Test
  void variablesHaveTheTypeTheyWereDeclaredWithLast() {
    notebook.runAll("Object a = 1;");
    assertThat(notebook.value("a")).isEqualTo(1);
    notebook.runAll("String a = \"two\";");
    assertThat(notebook.value("a.length()")).isEqualTo(3);
    notebook.runAll("record A(int x) { static A of(int x) { return new A(x); } }");
    notebook.runAll("var b = List.of(A.of(3));");
    assertThat(notebook.value("b.getFirst().x() + a.length()")).isEqualTo(6);
  }

  @Test
  void importsOfCellsAreInForce() {
    assertThat(notebook.problems("AtomicInteger.class")).isNotEmpty();
    notebook.runAll("import java.util.concurrent.atomic.*", "import static java.lang.Math.max;");
    assertThat(notebook.value("max(1, new AtomicInteger(4).get())")).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"weaving.Loom.weave(2)", "new weaving.Loom()"})
  void librariesAreKnownAsSoonAsTheyAreAdded(String use, @TempDir Path folder) throws IOException {
    assertThat(notebook.value("1 + 1")).isEqualTo(2);
    assertThat(notebook.problems(use)).isNotEmpty();
    notebook.evaluator().addToClassPath(List.of(library(folder)));
    assertThat(notebook.value(use)).hasToString("2 rows");
    assertOnePass(WHICH + " + " + use);
  }

  private static Path library(Path folder) throws IOException {
    Path source = Files.createDirectories(folder.resolve("weaving")).resolve("Loom.java");
    Files.writeString(
        source,
        """
        package weaving;
        public class Loom {
          public static String weave(int n) { return n + " rows"; }
          @Override public String toString() { return weave(2); }
        }
        """);
    Path classes = folder.resolve("classes");
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", classes.toString(), source.toString()))
        .isZero();
    return classes;
  }

  @Test
  void whileADeclarationLacksAnotherJShellCompiles() {
    assertThat(notebook.problems("int f() { return g(); }").getFirst().message()).contains("g()");
    assertByJShell(WHICH);
    assertThat(notebook.problems("f()").getFirst().message()).contains("g()");
    notebook.run("int g() { return 7; }");
    assertThat(notebook.value("f()")).isEqualTo(7);
    assertOnePass(WHICH);
  }

  @Test
  void variablesMayBeOfTypesWithoutName() {
    notebook.runAll(
        "interface Left { default int left() { return 1; } }",
        "interface Right { default int right() { return 2; } }",
        "class Both implements Left, Right {}",
        "@SuppressWarnings(\"unchecked\")"
            + " <T extends Left & Right> T both() { return (T) new Both(); }",
        "var both = both();");
    assertThat(notebook.value("both.left() + both.right()")).isEqualTo(3);
  }

  @Test
  void namesInEscapesAreLeftToJShell() {
    notebook.runAll("int abc = 5;");
    assertThat(notebook.value("\\u0061bc + 1")).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"String", "a", "a -> a", "3 = 4", "Integer::parseInt", "this", "int"})
  void whatLooksLikeAnExpressionAndIsNoneIsRejected(String source) {
    assertThat(notebook.problems(source)).isNotEmpty();
  }

  @Test
  void linesAreThoseOfTheCell() {
    notebook.runAll("int[] none = {};", "int deep(int n) { return none[n]; }");
    StackTraceElement[] frames = notebook.thrown("\n1 +\n  deep(\n  4)").getStackTrace();
    assertThat(frames[1].getFileName()).isEqualTo("cell 3");
    assertThat(frames[1].getLineNumber()).isEqualTo(3);
  }

  /// JShell has not begun then, and begins while the cell runs.
  @Test
  @Timeout(60)
  void theFirstValueIsKeptWhereJShellIsAskedMeanwhile() throws Exception {
    Exchanger<String> gate = new Exchanger<>();
    System.getProperties().put("heddle.test.gate", gate);
    String exchange =
        "((java.util.concurrent.Exchanger<String>)"
            + " System.getProperties().get(\"heddle.test.gate\")).exchange(\"\")";
    try {
      CompletableFuture<Object> value =
          CompletableFuture.supplyAsync(() -> notebook.value(exchange + " + " + exchange));
      gate.exchange("first");
      assertThat(notebook.evaluator().complete("Arrays.as", 9).completions()).isNotEmpty();
      gate.exchange("second");
      assertThat(value.get()).isEqualTo("firstsecond");
    } finally {
      System.getProperties().remove("heddle.test.gate");
    }
  }

  @Test
  void importsAreInForceBeforeAndAfterJShellHasBegun() {
    assertOnePass(WHICH + " + List.of(1)");
    notebook.runAll("import java.util.concurrent.Callable;", "List<Integer> two = List.of(1, 2);");
    assertThat(notebook.value("((Callable<Integer>) () -> two.size() + List.of(1).size()).call()"))
        .isEqualTo(3);
    assertOnePass(WHICH + " + List.of(two, (Callable<Integer>) () -> 1)");
  }
}
