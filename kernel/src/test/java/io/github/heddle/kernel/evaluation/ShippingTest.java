package io.github.heddle.kernel.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "int a = 20; | a + 1 | 21",
        "String s = \"x\"; | s + task | x0",
        "int f(int x) { return x + 1; } | f(1) | 2",
        "int k = 5; int f() { return k; } int g() { return f() + 1; } | g() | 6",
        "record P(int x, List<String> names) {} | new P(1, List.of(\"a\")) | P[x=1, names=[a]]",
        "record P(int x) {} P p = new P(7); | p.x() | 7",
        "class C { int n; C(int n) { this.n = n; } int twice() { return 2 * n; } } C c = new C(4);"
            + " | c.twice() | 8",
        "enum E { ONE, TWO { int n() { return 2; } }; int n() { return 1; } } E e = E.TWO; | e =="
            + " E.TWO ? e.n() : -1 | 2",
        "int k = 3; var f = (java.util.function.IntUnaryOperator & java.io.Serializable) x -> x +"
            + " k; | f.applyAsInt(1) | 4",
        "int k = 3; java.util.function.IntUnaryOperator f = x -> x + k; | f.applyAsInt(1) | 4",
        "java.util.function.Function<String, Integer> f = String::length; | f.apply(\"abc\") | 3",
        "int twice(int x) { return 2 * x; } java.util.function.IntUnaryOperator f = this_ ->"
            + " twice(this_); | f.applyAsInt(4) | 8",
        "int twice(int x) { return 2 * x; } List<java.util.function.Function<Integer, Integer>> fs"
            + " = List.of(x -> twice(x), x -> x + 1); | fs.get(0).apply(5) + fs.get(1).apply(5) |"
            + " 16",
        "interface Shape { double area(); default String text() { return \"area \" + area(); } }"
            + " record Sq(double a) implements Shape { public double area() { return a * a; } }"
            + " Shape s = new Sq(2); | s.text() | area 4.0",
        "class Outer { int n = 3; class Inner { int m() { return n; } } Inner inner() { return new"
            + " Inner(); } } var i = new Outer().inner(); | i.m() | 3",
        "class Box<T> { T content; Box(T content) { this.content = content; } } Box<List<Integer>>"
            + " box = new Box<>(List.of(1, 2)); | box.content | [1, 2]",
        "class Counter { static int n = 10; static int next() { return ++n; } } Counter.next(); |"
            + " Counter.next() | 11",
        "Comparator<String> byLength = Comparator.comparing(s -> s.length()); | List.of(\"ccc\","
            + " \"a\").stream().sorted(byLength).toList() | [a, ccc]",
        "Optional<String> maybe = Optional.of(\"x\"); | maybe.get() | x",
        "List<Integer> part = new ArrayList<>(List.of(1, 2, 3)).subList(1, 3); | part | [2, 3]",
        "Runnable r = new Runnable() { int n = 4; public void run() { n++; } public String"
            + " toString() { return \"n\" + n; } }; | r.run(); return r.toString(); | n5",
        "sealed interface Op permits Add, Neg {} record Add(Op a, Op b) implements Op {} record"
            + " Neg(int n) implements Op {} int eval(Op op) { return switch (op) { case Add(var a,"
            + " var b) -> eval(a) + eval(b); case Neg(int n) -> -n; }; } | eval(new Add(new Neg(1),"
            + " new Neg(2))) | -3",
        "volatile int v = 3; | v | 3",
        "long[] big = new long[100_000]; big[99_999] = 7; | big[99_999] | 7",
        "`` | class L { int n = 5; } var l = new L(); record R(int a) {}"
            + " java.util.function.Supplier<R> s = () -> new R(l.n); return s.get().a(); | 5",
        "int count = 0; | count++; count += 5; return count; | 6",
        "java.nio.file.Path p = java.nio.file.Path.of(\"a\", \"b\"); | p.getFileName() | b",
      })
  void whatABodyNeedsIsThere(String cell, String body, String expected) throws Throwable {
    if (!cell.isEmpty()) {
      other.notebook().run(cell);
    }
    assertThat(other.result(body)).hasToString(expected);
  }
}
