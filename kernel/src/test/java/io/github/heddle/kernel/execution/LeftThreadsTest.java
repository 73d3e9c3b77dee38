package io.github.heddle.kernel.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.scope.LoopBreaker;
import io.github.heddle.scope.Scope;
import java.lang.reflect.Constructor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The threads here run code of the JDK only, as that of a library of the notebook: a frame of
/// Heddle's would make them its own.
@Timeout(60)
class LeftThreadsTest {
  private static final LeftThreads QUICK = new LeftThreads(2, Duration.ofMillis(1));

  private final Scope scope = Scope.root("cell 1", LoopBreaker.NONE);
  private final Semaphore end = new Semaphore(0);

  @AfterEach
  void release() {
    end.release(1_000_000);
  }

  private <T> T inScope(Supplier<T> body) {
    CompletableFuture<T> made = new CompletableFuture<>();
    Thread thread = scope.thread("cell", () -> made.complete(body.get()));
    thread.start();
    return made.join();
  }

  private static void awaitParked(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aCellThatStartedNothingIsNotKeptWaiting() throws InterruptedException {
    scope.enter(() -> {});

    assertThat(new LeftThreads(2, Duration.ofDays(1)).of(scope)).isEmpty();
  }

  @Test
  void platformAndVirtualThreadsAreNamed() throws InterruptedException {
    awaitParked(inScope(() -> Thread.ofPlatform().name("digger").start(this::parked)));
    Thread unnamed = inScope(() -> Thread.startVirtualThread(end::acquireUninterruptibly));
    awaitParked(unnamed);
    Thread named = inScope(() -> Thread.ofPlatform().name("p").start(end::acquireUninterruptibly));
    awaitParked(named);

    assertThat(QUICK.of(scope).orElseThrow().text())
        .isEqualTo(
            "still running: p, virtual thread %d; %%stop ends them".formatted(unnamed.threadId()));
  }

  private void parked() {
    end.acquireUninterruptibly();
  }

  @Test
  void whatEndsWhileItIsLookedForIsNotLeft() throws InterruptedException {
    Thread ends = inScope(() -> Thread.ofPlatform().start(end::acquireUninterruptibly));
    awaitParked(ends);
    Thread.ofPlatform().start(end::release);

    assertThat(new LeftThreads(1_000_000, Duration.ofMillis(1)).of(scope)).isEmpty();
    ends.join();
  }

  /// What it will do cannot be seen yet.
  @Test
  void aThreadThatHasNotGotACoreYetIsWaitedFor() throws Exception {
    BlockingQueue<Runnable> waitForACore = new LinkedBlockingQueue<>();
    Thread.Builder begins = scheduledBy(waitForACore::add);
    inScope(() -> begins.start(() -> {}));
    CompletableFuture<Optional<LeftNote>> found = new CompletableFuture<>();
    Thread looks =
        Thread.ofPlatform().start(() -> found.complete(of(new LeftThreads(2, Duration.ofDays(1)))));
    while (looks.isAlive() && looks.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }

    assertThat(found).isNotDone();
    waitForACore.take().run();
    assertThat(found.join()).isEmpty();
  }

  private Optional<LeftNote> of(LeftThreads left) {
    try {
      return left.of(scope);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts it", e);
    }
  }

  /// The JDK has it, but not as public API.
  private static Thread.Builder scheduledBy(Executor scheduler) throws Exception {
    Constructor<?> builder =
        Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder")
            .getDeclaredConstructor(Executor.class);
    builder.setAccessible(true);
    return (Thread.Builder) builder.newInstance(scheduler);
  }

  @Test
  void threadsOfAPoolThatWaitForWorkAreToldApart() throws InterruptedException {
    ExecutorService pool =
        inScope(() -> {
          ExecutorService made =
              Executors.newFixedThreadPool(2, Thread.ofPlatform().name("w", 1).factory());
          made.execute(end::release);
          made.execute(end::acquireUninterruptibly);
          return made;
        });
    awaitParkedIn(scope, 2);

    assertThat(QUICK.of(scope).orElseThrow().text())
        .startsWith("idle, in a pool that was not shut down: w1, w2; ");
    pool.shutdown();
  }

  private static void awaitParkedIn(Scope scope, int threads) {
    while (scope.liveThreads().stream()
            .filter(each -> each.getState() == Thread.State.WAITING)
            .filter(each ->
                LeftThread.of(each.getName(), List.of(each.getStackTrace()))
                    .filter(left -> left.doing() instanceof LeftThread.Doing.Idling)
                    .isPresent())
            .count()
        < threads) {
      Thread.onSpinWait();
    }
  }

  @Test
  void ofManyThreadsSomeAreNamed() throws InterruptedException {
    for (int i = 0; i < 500; i++) {
      awaitParked(inScope(() -> Thread.startVirtualThread(end::acquireUninterruptibly)));
    }

    assertThat(QUICK.of(scope).orElseThrow().text()).contains("; and 492 more threads; ");
  }
}
