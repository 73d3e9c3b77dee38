package io.github.heddle.kernel.evaluation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.scope.LoopBreaker;
import io.github.heddle.scope.Scope;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StopTest {
  private final Notebook notebook = new Notebook();

  @AfterEach
  void close() {
    notebook.close();
  }

  /// Runs a cell that counts down `under` when it is under way, stops it then, and looks at its
  /// end.
  private Evaluation stopped(String source) throws InterruptedException {
    notebook.runAll("import java.util.concurrent.*;\nvar under = new CountDownLatch(1);");
    CountDownLatch underWay = (CountDownLatch) requireNonNull(notebook.value("under"));
    Scope scope = notebook.scope();
    CompletableFuture<Evaluation> ended = new CompletableFuture<>();
    Thread cell = new Thread(() -> ended.complete(notebook.run(source, scope)), "shell");
    cell.start();
    underWay.await();
    scope.stop();
    Evaluation evaluation = ended.join();
    scope.awaitEnd(Duration.ofSeconds(20));
    assertThat(scope.liveThreads()).filteredOn(thread -> !outlives(thread)).isEmpty();
    return evaluation;
  }

  /// Threads of the common pool, and those of a pool that a notebook keeps.
  private static boolean outlives(Thread thread) {
    return thread.getName().startsWith("ForkJoinPool.commonPool")
        || thread.getName().equals("kept");
  }

  /// A recursion that catches every overflow has no room for the check on entry. All other handlers
  /// run: they close what is open.
  @ParameterizedTest
  @CsvSource({"StackOverflowError, false", "IllegalStateException, true"})
  void whoCatchesAFullStackMeetsACheck(String thrown, boolean handled) throws InterruptedException {
    notebook.runAll("var handled = new java.util.concurrent.atomic.AtomicBoolean();");
    stopped(
        """
        void f() {
          under.countDown();
          try { Thread.sleep(1_000_000); } catch (InterruptedException e) {}
          try { throw new %1$s(); } catch (%1$s e) { handled.set(true); }
        }
        f();\
        """
            .formatted(thrown));
    assertThat(notebook.value("handled.get()")).isEqualTo(handled);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "under.countDown();\nwhile (true) {}",
        "under.countDown();\nfor (long i = 0; ; i++) { Math.sqrt(i); }",
        "under.countDown();\nThread.sleep(1_000_000);",
        "under.countDown();\nlong a = 0;\ndo { a++; } while (a != -1);",
        "under.countDown();\nwhile (true) { try { while (true) {} } catch (Throwable t) {} }",
        "under.countDown();\nwhile (true) { try { Thread.sleep(9999); } catch (Exception e) {} }",
        "void f() { try { f(); } catch (Throwable t) { f(); } }\nunder.countDown();\nf();",
        "under.countDown();\ntry { while (true) {} } finally { while (true) {} }",
        "under.countDown();\nfor (;;) { synchronized (under) { for (;;) {} } }",
        "under.countDown();\n"
            + "int s = 0; for (;;) { switch (s) { case 0: continue; case 1: break; } }",
        "class A { A(int i) { this(() -> i); } A(Callable<Integer> c) { while (true) {} } }\n"
            + "under.countDown();\nnew A(1);",
        "class B { static int b; static { under.countDown(); while (b == 0) {} } }\nB.b = 1;",
        "under.countDown();\nStream.generate(() -> 1).forEach(i -> {});",
        "under.countDown();\nnew LinkedBlockingQueue<Integer>().take();",
        "under.countDown();\nnew CompletableFuture<String>().join();",
        "under.countDown();\n"
            + "Stream.of(new CompletableFuture<String>()).map(CompletableFuture::join).toList();",
        "Thread.ofPlatform().start(() -> { under.countDown(); while (true) {} }).join();",
        "for (int i = 0; i < 4; i++) new Thread(() -> { under.countDown(); for (;;); }).start();\n"
            + "while (true) {}",
        "try (var pool = Executors.newFixedThreadPool(2)) {\n"
            + " pool.submit(() -> { under.countDown(); for (;;) {} }).get(); }",
      })
  void everyThreadOfTheCellEnds(String source) throws InterruptedException {
    notebook.runAll("import java.util.stream.*;");
    assertThat(stopped(source)).isEqualTo(new Evaluation.Stopped());
    assertThat(notebook.value("int n = 0;\nfor (int i = 0; i < 10; i++) n += i;\nn")).isEqualTo(45);
  }

  @Test
  void spinningVirtualThreadsEnd() throws InterruptedException {
    notebook.runAll("var virtual = new ArrayList<Thread>();");
    assertThat(
            stopped(
                """
                for (int i = 0; i < 20; i++) {
                  virtual.add(Thread.startVirtualThread(() -> { under.countDown(); while (true) {} }));
                }
                while (true) {}
                """))
        .isEqualTo(new Evaluation.Stopped());
    notebook.runAll("for (Thread each : virtual) each.join();");
  }

  /// The stopped cell has made the thread of the pool.
  @Test
  void aPoolThatAStopLeavesWithoutWorkWorksForTheNextCellAtOnce() throws InterruptedException {
    notebook.runAll("import java.util.concurrent.*;");
    for (int turn = 0; turn < 5; turn++) {
      notebook.runAll(
          "var pool = Executors.newFixedThreadPool(1, task -> new Thread(task, \"kept\"));");
      assertThat(stopped("pool.submit(() -> 1).get();\nunder.countDown();\nwhile (true) {}"))
          .isEqualTo(new Evaluation.Stopped());
      assertThat(notebook.value("pool.submit(() -> 7).get()")).isEqualTo(7);
      notebook.runAll("pool.shutdownNow();");
    }
  }

  @Test
  void parallelStreamsEnd() throws InterruptedException {
    notebook.runAll("import java.util.stream.*;");
    assertThat(
            stopped(
                """
                IntStream.range(0, 100).parallel().forEach(i -> {
                  under.countDown();
                  while (true) {}
                });
                """))
        .isEqualTo(new Evaluation.Stopped());
    assertThat(notebook.value("IntStream.range(0, 100).parallel().map(i -> i).sum()"))
        .isEqualTo(4950);
  }

  /// A thread of the stopped cell that meets no check keeps its stop pending.
  @Test
  void theCommonPoolWorksForTheNextCellWhileAStopIsPending() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    Scope old = Scope.root("old", LoopBreaker.NONE);
    Thread deaf =
        old.thread(
            "deaf",
            () -> {
              while (end.getCount() > 0) {
                Thread.onSpinWait();
              }
            });
    deaf.start();
    try {
      notebook.runAll("import java.util.concurrent.*;");
      notebook.evaluator().loopBreaker().breakLoops(old);
      assertThat(
              notebook.value(
                  """
                  var answer = new CompletableFuture<Integer>();
                  ForkJoinPool.commonPool().execute(() -> answer.complete(7));
                  answer.get(20, TimeUnit.SECONDS)
                  """))
          .isEqualTo(7);
    } finally {
      end.countDown();
      deaf.join();
    }
  }

  @Test
  void locksAreReleased() throws InterruptedException {
    notebook.runAll("import java.util.concurrent.locks.*;\nvar lock = new ReentrantLock();");
    stopped("lock.lock();\ntry { under.countDown(); while (true) {} } finally { lock.unlock(); }");
    assertThat(notebook.value("lock.tryLock()")).isEqualTo(true);
  }

  @Test
  void otherScopesGoOn() throws InterruptedException {
    notebook.runAll(
        "volatile boolean end = false;\nlong turns = 0;",
        "var other = new Thread(() -> { while (!end) turns++; });\nother.start();");
    stopped("under.countDown();\nwhile (true) {}");
    assertThat(notebook.value("other.isAlive()")).isEqualTo(true);
    notebook.runAll("end = true;\nother.join();");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System.exit(3);",
        "Runtime.getRuntime().exit(3);",
        "Runtime.getRuntime().halt(3);",
        "List.of(3).forEach(System::exit);",
        "List.of(3).forEach(Runtime.getRuntime()::halt);",
      })
  void exitFailsTheCellOnly(String source) {
    assertThat(notebook.thrown(source)).hasMessageContaining("(3) would end the kernel");
  }
}
