package io.github.heddle.kernel.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What code of cells needs is there in another process, whatever the language has.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ShippedCodeTest {
  private final OtherProcess other = new OtherProcess();

  @AfterEach
  void close() {
    other.close();
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
}
