package io.github.heddle.kernel.evaluation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.heddle.ship.NotShippable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What cannot be sent to another process is named, with where it is.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NotShippableTest {
  private final OtherProcess other = new OtherProcess();

  @AfterEach
  void close() {
    other.close();
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
}
