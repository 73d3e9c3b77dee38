package io.github.heddle.kernel.evaluation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.heddle.ship.ClassFile;
import io.github.heddle.ship.NotShippable;
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
        "`` | Thread.sleep(0); | null",
        "record P(int x) {} Map<P, String> m = new HashMap<>(); m.put(new P(1), \"one\"); |"
            + " m.get(new P(1)) | one",
        "enum E { A, B } Map<E, Integer> m = new EnumMap<>(Map.of(E.A, 1)); Set<E> s ="
            + " EnumSet.of(E.B); Map<E, Integer> h = new HashMap<>(Map.of(E.B, 2)); | m.get(E.A) +"
            + " h.get(E.B) + (s.contains(E.B) ? 10 : 0) | 13",
        "enum E { A, B } E e = E.B; | switch (e) { case A -> 1; case B -> 2; } | 2",
        "enum E { A, B } Object e = E.B; | switch (e) { case E x when x == E.A -> 1; case E x -> 2;"
            + " default -> 3; } | 2",
        "record P(int x, int y) {} TreeSet<P> t = new"
            + " TreeSet<>(Comparator.comparingInt(P::x).thenComparing(P::y).reversed()); t.add(new"
            + " P(1, 2)); t.add(new P(3, 4)); | t.first().y() | 4",
        "record P(int x) {} Class<?> c = P.class; | c == P.class | true",
        "record P(int x) {} P[][] grid = {{new P(1)}, {new P(2), null}}; | grid[1][0].x() | 2",
        "var f = (java.util.function.Function<String, Integer>) Integer::parseInt; |"
            + " f.apply(\"12\") | 12",
        "var f = (java.util.function.IntSupplier) \"abc\"::length; | f.getAsInt() | 3",
        "record P(int x) {} java.util.function.IntFunction<P> f = P::new; | f.apply(4).x() | 4",
        "java.util.function.IntFunction<int[]> f = int[]::new; | f.apply(4).length | 4",
        "class U { static int twice(int x) { return 2 * x; } } java.util.function.IntUnaryOperator"
            + " f = U::twice; | f.applyAsInt(4) | 8",
        "interface Op<T> { T apply(T a); } interface TextOp extends Op<String> { String"
            + " apply(String a); } TextOp f = a -> a + a; Op<String> g = f; | g.apply(\"x\") | xx",
        "interface Mark {} var f = (java.util.function.IntSupplier & Mark) () -> 1; | f instanceof"
            + " Mark | true",
        "interface Maker { int n(); default java.util.function.IntSupplier maker() { return () ->"
            + " n() + 1; } } record M(int n) implements Maker {} var f = new M(4).maker(); |"
            + " f.getAsInt() | 5",
        "class C { int n = 7; java.util.function.IntSupplier f() { return () -> n; } } var f = new"
            + " C().f(); | f.getAsInt() | 7",
        "class C { static final java.util.function.IntSupplier F = () -> 9; } | C.F.getAsInt() | 9",
        "java.util.function.LongUnaryOperator fact; fact = n -> n < 2 ? 1 : n * fact.applyAsLong(n"
            + " - 1); | fact.applyAsLong(5) | 120",
        "java.util.function.Supplier<Integer> outer(int a, long b) {"
            + " java.util.function.Supplier<Integer> in = () -> a; return () -> in.get() + (int) b;"
            + " } var f = outer(3, 4L); | f.get() | 7",
        "java.util.function.Supplier<String> make(boolean a, char b, byte c, short d, float e,"
            + " double f, String g, int[] h) { return () -> \"\" + a + b + c + d + e + f + g +"
            + " h[0]; } var f = make(true, 'x', (byte) 1, (short) 2, 3, 4, \"g\", new int[] {5}); |"
            + " f.get() | truex123.04.0g5",
        "Runnable local() { int n = 5; return new Runnable() { public void run() {} public String"
            + " toString() { return \"n\" + n; } }; } var r = local(); | r | n5",
        "boolean even(int n) { return n == 0 ? true : odd(n - 1); } boolean odd(int n) { return n"
            + " != 0 && even(n - 1); } | even(10) | true",
        "<T extends Comparable<T>> T max(List<T> all) { T m = all.get(0); for (T t : all) if"
            + " (t.compareTo(m) > 0) m = t; return m; } | max(List.of(1, 3, 2)) | 3",
        "class Res implements AutoCloseable { static int open = 0; Res() { open++; } public void"
            + " close() { open--; } } int use() { try (var a = new Res(); var b = new Res()) {"
            + " return Res.open; } finally { assert Res.open == 0; } } | use() * 10 + Res.open |"
            + " 20",
        "abstract class Base { int n = 2; abstract int f(); } class Derived extends Base { int f()"
            + " { return n * g(); } int g() { return 21; } } Base b = new Derived(); | b.f() | 42",
        "class A extends ArrayList<String> { int extra = 4; } var a = new A(); a.add(\"x\"); |"
            + " a.get(0) + a.extra | x4",
        "int x = 1; | switch (x) { case 1 -> { record L(int y) {} yield new L(2).toString(); }"
            + " default -> null; } | L[y=2]",
        "var date = java.time.LocalDate.of(2026, 1, 2); var counter = new"
            + " java.util.concurrent.atomic.AtomicInteger(3); var sum = new"
            + " java.util.concurrent.atomic.LongAdder(); sum.add(4); var map = new"
            + " java.util.concurrent.ConcurrentHashMap<>(Map.of(1, 2)); | date.getDayOfMonth() +"
            + " counter.incrementAndGet() + sum.intValue() + map.get(1) | 12",
        "var lock = new java.util.concurrent.locks.ReentrantLock(); int guarded() { lock.lock();"
            + " try { return 1; } finally { lock.unlock(); } } | guarded() | 1",
        "class Secret implements java.io.Externalizable { int n; public Secret() {} public void"
            + " writeExternal(java.io.ObjectOutput out) throws java.io.IOException { out.writeInt(n"
            + " + 1); } public void readExternal(java.io.ObjectInput in) throws java.io.IOException"
            + " { n = in.readInt(); } } var s = new Secret(); | s.n | 1",
        "class Kept implements java.io.Serializable { private static final long serialVersionUID ="
            + " 5; transient int lost = 3; int kept = 4; } var k = new Kept(); | k.lost + k.kept |"
            + " 4",
        "class Tree { Tree left, right; int n; int sum() { return n + (left == null ? 0 :"
            + " left.sum()) + (right == null ? 0 : right.sum()); } } Tree t = new Tree(); t.n = 1;"
            + " t.left = new Tree(); t.left.n = 2; t.left.right = t.left.left; | t.sum() | 3",
        "class Ring { Ring next = this; } Ring ring = new Ring(); | ring.next == ring | true",
        "int[] data = {3, 1, 2}; |"
            + " java.util.stream.IntStream.of(data).boxed().sorted(Comparator.reverseOrder()).map(x"
            + " -> x * 2).toList() | [6, 4, 2]",
        "java.nio.file.Path p = java.nio.file.Path.of(\"a\", \"b\"); | p.getFileName() | b",
      })
  void whatABodyNeedsIsThere(String cell, String body, String expected) throws Throwable {
    if (!cell.isEmpty()) {
      other.notebook().run(cell);
    }
    assertThat(String.valueOf(other.result(body))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "var socket = new java.net.Socket(); | socket.isClosed() | The variable socket cannot be"
            + " sent to another process: it is a java.net.Socket. Processes do not share memory:"
            + " what a body uses is copied, and a Socket cannot be. Create it inside the body.",
        "record Entry(int n, java.net.Socket socket) {} class Cache { List<Entry> entries = new"
            + " ArrayList<>(); } Cache cache = new Cache(); for (int i = 0; i < 4; i++)"
            + " cache.entries.add(new Entry(i, i == 3 ? new java.net.Socket() : null)); |"
            + " cache.entries.size() | The variable cache cannot be sent to another process:"
            + " cache.entries[3].socket is a java.net.Socket. ",
        "Map<String, Object> m = new TreeMap<>(); m.put(\"a\", new Thread()); | m.size() | The"
            + " variable m cannot be sent to another process: m.get(\"a\") is a java.lang.Thread. ",
        "Object lock = new Object(); | synchronized (lock) { return 1; } | The variable lock cannot"
            + " be sent to another process: it is a java.lang.Object. Processes do not share"
            + " memory: what a body uses is copied, and an Object cannot be. A lock guards nothing"
            + " in another process: leave it out.",
        "class T extends Thread {} T t = new T(); | t.isAlive() | The variable t cannot be sent to"
            + " another process: it is a T, which has state from a class that is not Serializable."
            + " ",
        "class Node { Node next; } Node n = null; for (int i = 0; i < 100000; i++) { var m = new"
            + " Node(); m.next = n; n = m; } | n.next == null | The variable n cannot be sent to"
            + " another process: its objects are linked too deeply, like",
        "java.util.function.Supplier<String> make() { var s = new java.net.Socket(); return () ->"
            + " s.toString(); } var f = make(); | f.get() | The variable f cannot be sent to"
            + " another process: f.s is a java.net.Socket. ",
        "class H { java.net.Socket s = new java.net.Socket(); Runnable r() { return () ->"
            + " s.isClosed(); } } var r = new H().r(); | r.run(); | The variable r cannot be sent"
            + " to another process: r.this.s is a java.net.Socket. ",
        "java.util.function.Function<Integer, Integer> f = java.util.function.Function.identity();"
            + " | f.apply(1) | The variable f cannot be sent to another process: it is a lambda of"
            + " Function. ",
        "int zero = 0; | new java.net.Socket() | The result of task 0 cannot be sent to another"
            + " process: it is a java.net.Socket. Processes do not share memory: what a body uses"
            + " is copied, and a Socket cannot be. Give back plain data, such as numbers, text,"
            + " records or lists of them.",
      })
  void whatCannotBeSentIsNamed(String cell, String body, String message) {
    other.notebook().run(cell);
    assertThatThrownBy(() -> other.result(body))
        .isInstanceOf(NotShippable.class)
        .message()
        .startsWith(message.strip());
  }

  @Test
  void elementsThatCannotBeSentAreNumbered() {
    other.cells("record Link(String name, Object end) {}");
    assertThatThrownBy(() ->
            other.results(
                "List.of(new Link(\"a\", 1), new Link(\"b\", new java.net.Socket()))", "item"))
        .isInstanceOf(NotShippable.class)
        .message()
        .startsWith(
            "Element 1 cannot be sent to another process: its part end is a java.net.Socket. ");
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
    assertThat(other.cargo().classes()).hasSize(4).filteredOn(ClassFile::complete).hasSize(1);
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
