package io.github.heddle.kernel.evaluation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.ship.ClassFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntSupplier;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is sent to another process for a run of a cell, and what comes back.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ShippingTest {
  private final OtherProcess other = new OtherProcess();

  @AfterEach
  void close() {
    other.close();
  }

  @Test
  void codeRunsInClassesOfTheWorker() throws Throwable {
    other.cells("record P(int x) {}", "var here = P.class;");
    assertThat(other.result("new P(1).getClass().getClassLoader() == null")).isEqualTo(false);
    Object loader = other.result("P.class.getClassLoader().getName()");
    assertThat(loader).isEqualTo("notebook");
    assertThat(other.notebook().value("P.class.getClassLoader().getName()")).isEqualTo("cells");
  }

  @Test
  void onlyWhatIsReachedIsSent() throws Throwable {
    other.cells(
        "var socket = new java.net.Socket();",
        "String used = \"u\", unused = \"not used\";",
        "class Unused {}\nrecord Used() {}",
        "Object both(boolean a) { return a ? new Used() : used; }",
        "Object other() { return socket; }");
    assertThat(other.result("both(true)")).hasToString("Used[]");
    assertThat(new String(other.cargo().contents().graph(), StandardCharsets.ISO_8859_1))
        .contains("used")
        .doesNotContain("unused", "socket");
    assertThat(other.cargo().classes())
        .extracting(ClassFile::name)
        .noneMatch(each -> each.endsWith("Unused"))
        .anyMatch(each -> each.endsWith("Used"));
  }

  @Test
  void methodsAndClassesMayChangeBetweenRuns() throws Throwable {
    other.cells("int k = 1;", "int f() { return k; }", "record P(int x) {}", "P p = new P(1);");
    assertThat(other.result("f() + p.x()")).isEqualTo(2);
    other.cells("int f() { return 10 * k; }", "k = 2;");
    assertThat(other.result("f() + p.x()")).isEqualTo(21);
    other.cells("record P(int x, int y) {}", "P p = new P(1, 5);");
    assertThat(other.result("f() + p.y()")).isEqualTo(25);
    other.cells("String f() { return \"now text\"; }");
    assertThat(other.result("f() + p")).isEqualTo("now textP[x=1, y=5]");
  }

  @Test
  void aChangeOfAVariableStaysInTheWorkerForOneRun() throws Throwable {
    other.cells("int n = 1;", "List<Integer> list = new ArrayList<>(List.of(1));");
    assertThat(other.result("list.add(2);\nn += list.size();\nreturn n;")).isEqualTo(3);
    assertThat(other.notebook().value("n + list.size()")).isEqualTo(2);
    assertThat(other.result("n + list.size()")).isEqualTo(2);
  }

  @Test
  void elementsAndResultsAreOfTypesOfTheNotebook() throws Throwable {
    other.cells(
        "interface Shape { double area(); }",
        "double factor = 2;",
        "record Sq(double a) implements Shape { public double area() { return factor * a * a; } }",
        "enum Size { SMALL, LARGE }",
        "Shape[] shapes = {new Sq(1), new Sq(2)};");
    assertThat(other.results("shapes", "item.area()")).containsExactly(2.0, 8.0);
    Object large = other.results("shapes", "item.area() > 4 ? Size.LARGE : Size.SMALL").get(1);
    assertThat(large).isSameAs(other.notebook().value("Size.LARGE"));
    Object shape = other.results("shapes", "new Sq(item.area())").getFirst();
    assertThat(shape.getClass()).isSameAs(other.notebook().value("Sq.class"));
  }

  @Test
  void lambdasComeBack() throws Throwable {
    other.cells("int k = 5;");
    Object f =
        other.result("int n = task + 3;\nreturn (java.util.function.IntSupplier) () -> n + k;");
    other.cells("k = 6;");
    assertThat(((IntSupplier) requireNonNull(f)).getAsInt()).isEqualTo(9);
  }

  @Test
  void exceptionsOfTheNotebookComeBack() throws Throwable {
    other.cells(
        "class Bad extends Exception { int code; Bad(int code) { super(\"bad\"); this.code = code;"
            + " } }");
    Object thrown = other.result("try { throw new Bad(7); } catch (Bad e) { return e; }");
    assertThat(thrown).isInstanceOf(Exception.class).hasFieldOrPropertyWithValue("code", 7);
    assertThat(((Exception) requireNonNull(thrown)).getStackTrace()[0].getFileName())
        .isEqualTo("cell 99");
  }

  @Test
  void whatIsSharedStaysShared() throws Throwable {
    other.cells(
        "List<String> a = new ArrayList<>();",
        "Map<String, List<String>> b = Map.of(\"a\", a);",
        "double[] big = new double[10_000];",
        "double[][] rows = {big, big};");
    assertThat(other.result("a == b.get(\"a\") && rows[0] == rows[1] && rows[1] == big"))
        .isEqualTo(true);
    assertThat(other.cargo().contents().arrays())
        .singleElement()
        .isSameAs(other.notebook().value("big"));
  }

  @Test
  void aClassIsSentOnce() throws Throwable {
    other.cells(
        "record P(int x) { static int made; public P { made++; } }", "int f() { return P.made; }");
    assertThat(other.result("new P(1);\nreturn f();")).isEqualTo(1);
    assertThat(other.result("new P(1);\nreturn f();")).isEqualTo(2);
    // only the body is new: the class that has its code, and the one that calls it
    String body = other.cargo().body().orElseThrow();
    assertThat(other.cargo().classes())
        .hasSize(5)
        .filteredOn(ClassFile::complete)
        .extracting(ClassFile::name)
        .containsExactlyInAnyOrder(body, body.replace("$$Body", ""));
  }

  @Test
  void aSecondJvmNeedsNothingElse() throws Exception {
    other.cells(
        "record P(String name, double[] data) {}",
        "enum Kind { SMALL, LARGE }",
        "int limit = 50_000;",
        "java.util.function.ToDoubleFunction<double[]> sum = all -> Arrays.stream(all).sum();",
        "Kind kind(P p) { return p.data().length > limit ? Kind.LARGE : Kind.SMALL; }",
        "record Result(Kind kind, double sum, long process) {}",
        "double[] data = new double[100_000];\nArrays.fill(data, 0.5);");
    Object result =
        other.resultOfSecondProcess(
            "List.of(new P(\"a\", data))",
            "new Result(kind(item), sum.applyAsDouble(item.data()),"
                + " ProcessHandle.current().pid())");
    assertThat(result)
        .hasFieldOrPropertyWithValue("kind", other.notebook().value("Kind.LARGE"))
        .hasFieldOrPropertyWithValue("sum", 50_000.0)
        .extracting("process")
        .isNotEqualTo(ProcessHandle.current().pid());
  }

  @Test
  void librariesAreKnownToTheWorker(@TempDir Path folder) throws Throwable {
    Path source =
        Files.writeString(
            folder.resolve("Tool.java"),
            "package lib;\npublic record Tool(int n) implements java.io.Serializable {}\n");
    ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "-proc:none", "-d", folder.toString(), source.toString());
    other.notebook().evaluator().addToClassPath(List.of(folder));
    other.cells("lib.Tool tool = new lib.Tool(3);");
    Object result = other.result("new lib.Tool(tool.n() + 1)");
    assertThat(result).hasToString("Tool[n=4]");
    assertThat(requireNonNull(result).getClass())
        .isSameAs(other.notebook().value("lib.Tool.class"));
    assertThat(other.cargo().libraries()).containsExactly(folder.toUri());
    assertThat(other.cargo().classes())
        .extracting(ClassFile::name)
        .allMatch(each -> each.startsWith("REPL."));
  }

  @Test
  void aLambdaOfAnOlderMethodStaysWhatItIs() throws Throwable {
    other.cells(
        "int k = 5;",
        "int f(int x) { return x + k; }",
        "java.util.function.IntUnaryOperator g = x -> f(x);",
        "int f(int x) { java.util.function.IntUnaryOperator h = y -> 2 * y; return h.applyAsInt(x);"
            + " }");
    String body = "g.applyAsInt(4) + \" \" + f(4)";
    assertThat(other.result(body)).isEqualTo(other.notebook().value(body));
  }
}
