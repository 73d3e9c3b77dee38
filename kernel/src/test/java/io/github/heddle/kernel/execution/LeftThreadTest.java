package io.github.heddle.kernel.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.kernel.execution.LeftThread.Doing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeftThreadTest {
  private static final StackTraceElement RUN = frame("java.lang.Thread.run");
  private static final StackTraceElement CELL =
      new StackTraceElement("REPL.$JShell$11", "lambda$do_it$$0", "cell 3", 4);

  private static StackTraceElement frame(String name) {
    int dot = name.lastIndexOf('.');
    return new StackTraceElement(name.substring(0, dot), name.substring(dot + 1), "X.java", 1);
  }

  private static Optional<Doing> doing(String name, StackTraceElement... frames) {
    return LeftThread.of(name, List.of(frames)).map(LeftThread::doing);
  }

  @Test
  void theLineIsThatOfTheInnermostFrameOfTheNotebook() {
    StackTraceElement outer = new StackTraceElement("REPL.$JShell$11", "dig", "cell 2", 9);
    assertThat(doing("t", frame("java.lang.Thread.sleep"), CELL, outer, RUN))
        .contains(new Doing.Work(Optional.of("cell 3, line 4")));
  }

  @Test
  void aThreadAtItsBeginningOrEndIsNotLeft() {
    String pool = "java.util.concurrent.ThreadPoolExecutor.";
    assertThat(doing("t")).isEmpty();
    assertThat(doing("t", RUN)).isEmpty();
    assertThat(doing("t", frame("java.lang.Thread.exit"), frame("x.Y.z"), RUN)).isEmpty();
    assertThat(doing("t", frame(pool + "processWorkerExit"), frame(pool + "runWorker"), RUN))
        .isEmpty();
  }

  @Test
  void aPoolWithoutWorkIsIdle() {
    String pool = "java.util.concurrent.ThreadPoolExecutor.";
    StackTraceElement[] idle = {
      frame("jdk.internal.misc.Unsafe.park"),
      frame(pool + "getTask"),
      frame(pool + "runWorker"),
      RUN
    };
    assertThat(doing("pool-1-thread-1", idle)).contains(new Doing.Idling());
    assertThat(doing("HttpClient-1-Worker-0", idle)).isEmpty();
  }

  @Test
  void threadsOfTheKernelAndOfTheHttpClientAreNotLeftUnlessTheyRunTheNotebook() {
    StackTraceElement[] selector = {
      frame("sun.nio.ch.EPoll.wait"), frame("jdk.internal.net.http.HttpClientImpl.run"), RUN
    };
    StackTraceElement own = frame("io.github.heddle.scope.Scope.enter");
    assertThat(doing("selector", selector)).isEmpty();
    assertThat(doing("cell", frame("java.lang.Object.wait"), own, RUN)).isEmpty();
    assertThat(doing("cell", CELL, own, RUN)).isPresent();
    assertThat(doing("HttpClient-1-Worker-0", CELL, frame("a.B.c"), RUN)).isPresent();
  }

  @Test
  void aNoteIsShortAndIsNoMarkup() {
    List<LeftThread> threads =
        Stream.of("a<b>", "c").map(name -> new LeftThread(name, new Doing.Idling())).toList();
    LeftNote note = new LeftNote(threads, 0);

    assertThat(note.text())
        .isEqualTo("idle, in a pool that was not shut down: a<b>, c; %stop ends them");
    assertThat(note.json().getAsJsonObject("data").get("text/html").getAsString())
        .contains("a&lt;b&gt;")
        .doesNotContain("a<b>");
  }
}
