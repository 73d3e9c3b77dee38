package io.github.heddle.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ScopeTest {
  private final Scope scope = Scope.root("cell 1", LoopBreaker.NONE);
  private final Semaphore never = new Semaphore(0);

  private static <T> T in(Scope scope, Supplier<T> body) {
    CompletableFuture<T> made = new CompletableFuture<>();
    scope.thread("cell", () -> made.complete(body.get())).start();
    return made.join();
  }

  private void waitInVain() {
    try {
      never.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void virtualThreadsAreSeenInTheScopeInWhichTheyWereStarted() throws InterruptedException {
    Scope inner = scope.child("run");
    Thread outside = Thread.startVirtualThread(this::waitInVain);
    Thread own = in(scope, () -> Thread.startVirtualThread(this::waitInVain));
    ExecutorService executor = in(inner, Executors::newVirtualThreadPerTaskExecutor);
    Thread ofExecutor =
        in(
            inner,
            () -> {
              CompletableFuture<Thread> runs = new CompletableFuture<>();
              executor.execute(() -> {
                runs.complete(Thread.currentThread());
                waitInVain();
              });
              return runs.join();
            });

    assertThat(scope.liveVirtualThreads()).containsExactlyInAnyOrder(own, ofExecutor);
    assertThat(inner.liveVirtualThreads()).containsExactly(ofExecutor);
    scope.stop();
    own.join();
    ofExecutor.join();
    assertThat(scope.liveVirtualThreads()).isEmpty();
    assertThat(outside.isAlive()).isTrue();
    outside.interrupt();
  }

  @Test
  void aPoolWithoutWorkDoesNotKeepAStopWaiting() throws InterruptedException {
    ThreadPoolExecutor pool = in(scope, () -> (ThreadPoolExecutor) Executors.newFixedThreadPool(2));
    in(
        scope,
        () -> {
          pool.prestartAllCoreThreads();
          return pool;
        });
    List<Thread> workers =
        scope.liveThreads().stream().filter(each -> each.getName().startsWith("pool-")).toList();
    assertThat(workers).hasSize(2);
    scope.stop();

    // in vain if the pool counted: it ends never
    assertThat(scope.awaitEnd(Duration.ofDays(1))).isEmpty();
    assertThat(workers).allMatch(Thread::isAlive);
    assertThat(Pools.reader().orElseThrow().of(workers.getFirst())).contains(pool);
    pool.shutdown();
  }

  @Test
  void aThreadThatIsNotOfAPoolHasNone() {
    assertThat(Pools.reader().orElseThrow().of(Thread.currentThread())).isEmpty();
  }
}
