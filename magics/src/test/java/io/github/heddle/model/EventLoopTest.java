package io.github.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.scope.Scope;
import io.github.heddle.scope.Undisturbed;
import io.github.heddle.task.Ending;
import io.github.heddle.task.Outcome;
import io.github.heddle.trace.InFlight;
import io.github.heddle.trace.Lane;
import io.github.heddle.trace.Slice;
import io.github.heddle.trace.Trace;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What tasks on one event loop, or on few carriers, are seen to do, against workloads whose truth
/// is known.
@Timeout(60)
class EventLoopTest {
  private static final long MILLI = 1_000_000;

  @Test
  void everyTaskRunsOnTheOneLoop() {
    Execution<Boolean> execution =
        Runs.of(new Async(), 8, 1)
            .run((_, _) -> {
              Thread.sleep(5);
              return Thread.currentThread().isVirtual();
            });

    assertThat(execution.outcomes()).containsOnly(new Outcome.Done<>(true));
    assertThat(Mounts.mounts(execution.trace(), 0)).hasSizeGreaterThanOrEqualTo(16);
  }

  @Test
  void sleepingTasksLeaveTheLoopToEachOther() {
    Trace trace = Mounts.sleepers(new Async(), 10, 1);

    assertThat(trace.states().waiting()).isGreaterThan(10 * 90 * MILLI);
    assertThat(trace.wallNanos()).isLessThan(10 * 90 * MILLI);
    assertThat(trace.resolutionNanos()).isZero();
    assertThat(trace.lanes())
        .extracting(Lane::name)
        .startsWith("event loop", "task 0", "task 1")
        .hasSize(11);
    assertThat(trace.obstacles().holds()).isEmpty();
  }

  @Test
  void tasksBeginInOrderAndGoOnInTheOrderInWhichTheyCan() {
    CountDownLatch[] turns =
        IntStream.range(0, 4).mapToObj(_ -> new CountDownLatch(1)).toArray(CountDownLatch[]::new);
    Trace trace =
        Mounts.trace(
            new Async(),
            4,
            1,
            (task, _) -> {
              if (task < 3) {
                turns[task].await();
              } else {
                turns[2].countDown();
                turns[0].countDown();
                turns[1].countDown();
              }
              return task;
            });

    assertThat(Mounts.mounts(trace, 0))
        .extracting(Slice::task)
        .containsExactly(0, 1, 2, 3, 2, 0, 1);
  }

  @Test
  void tasksBehindALockAreSeenToWaitForIt() {
    ReentrantLock lock = new ReentrantLock();
    Object monitor = new Object();
    Trace trace =
        Mounts.trace(
            new Virtual(),
            6,
            2,
            (task, _) -> {
              if (task % 2 == 0) {
                lock.lock();
                try {
                  Thread.sleep(30);
                } finally {
                  lock.unlock();
                }
              } else {
                synchronized (monitor) {
                  Thread.sleep(30);
                }
              }
              return task;
            });

    assertThat(trace.states().locked()).isGreaterThan(4 * 30 * MILLI);
    assertThat(trace.states().waiting()).isGreaterThan(6 * 25 * MILLI);
    assertThat(trace.states().total()).isEqualTo(Mounts.allTasks(trace));
  }

  @Test
  void carriersRunTasksAtTheSameTime() {
    CountDownLatch both = new CountDownLatch(2);
    Trace trace =
        Mounts.trace(
            new Virtual(),
            2,
            2,
            (task, _) -> {
              both.countDown();
              while (both.getCount() > 0) {
                Thread.onSpinWait();
              }
              return task;
            });

    assertThat(trace.lanes()).extracting(Lane::name).startsWith("carrier-1", "carrier-2");
    assertThat(Mounts.mounts(trace, 0)).isNotEmpty();
    assertThat(Mounts.mounts(trace, 1)).isNotEmpty();
  }

  @Test
  void crowdIsCountedInsteadOfDrawn() {
    Trace trace = Mounts.sleepers(new Async(), 5_000, 1);

    assertThat(trace.lanes()).hasSize(1);
    InFlight flight = trace.inFlight().orElseThrow();
    double nanos =
        flight.bins().stream()
            .mapToDouble(bin ->
                (bin.running() + bin.ready() + bin.waiting() + bin.locked())
                    * (bin.endNanos() - bin.startNanos()))
            .sum();
    assertThat(nanos / Mounts.allTasks(trace)).isBetween(0.9999, 1.0001);
    assertThat(trace.states().total()).isEqualTo(Mounts.allTasks(trace));
    assertThat(trace.states().waiting()).isGreaterThan(5_000 * 95 * MILLI);
    assertThat(flight.bins()).anyMatch(bin -> bin.waiting() > 1_000);
  }

  @Test
  void crowdThatSleepsIsStoppedAndReported() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(5_000);
    Scope scope = Runs.scope();
    Thread stopper =
        Thread.ofPlatform()
            .start(() -> {
              Undisturbed.run(begun::await);
              scope.stop();
            });

    Trace trace =
        Runs.of(new Async(), 5_000, 1)
            .run(
                (task, _) -> {
                  begun.countDown();
                  Thread.sleep(Duration.ofMinutes(5));
                  return task;
                },
                scope)
            .trace();
    stopper.join();

    assertThat(IntStream.range(0, 5_000).mapToObj(trace.tasks()::ending))
        .containsOnly(Ending.CANCELLED);
    assertThat(trace.inFlight()).isPresent();
    assertThat(scope.awaitEnd(Duration.ofSeconds(20))).isEmpty();
  }

  @Test
  void threadsThatATaskStartsShareItsLoop() {
    Execution<Boolean> execution =
        Runs.of(new Async(), 2, 1)
            .run((task, _) -> {
              AtomicInteger inside = new AtomicInteger();
              Runnable overlap =
                  () -> {
                    if (inside.incrementAndGet() == 1) {
                      spin(5);
                      inside.decrementAndGet();
                    }
                  };
              Thread one = Thread.startVirtualThread(overlap);
              Thread other = Thread.startVirtualThread(overlap);
              one.join();
              other.join();
              return inside.get() == 0;
            });

    assertThat(execution.outcomes()).containsOnly(new Outcome.Done<>(true));
    assertThat(execution.trace().states().total()).isEqualTo(Mounts.allTasks(execution.trace()));
  }

  @Test
  void threadThatOutlivesItsTaskGoesOnAfterTheRun() throws InterruptedException {
    CountDownLatch run = new CountDownLatch(1);
    CountDownLatch left = new CountDownLatch(1);

    Runs.of(new Async(), 1, 1)
        .run((_, _) ->
            Thread.startVirtualThread(() -> {
              try {
                run.await();
                left.countDown();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }));
    run.countDown();

    assertThat(left.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void watcherSeesTheRunWhileItLasts() throws InterruptedException {
    CountDownLatch looked = new CountDownLatch(1);
    CompletableFuture<Live> live = new CompletableFuture<>();
    CountDownLatch ended = new CountDownLatch(1);
    Watch watch =
        new Watch() {
          @Override
          public void begun(Live run) {
            live.complete(run);
          }

          @Override
          public void ended() {
            ended.countDown();
          }
        };
    CountDownLatch under = new CountDownLatch(1);
    Thread run =
        Thread.ofPlatform()
            .start(() ->
                Runs.of(new Async(), 3, 1)
                    .watchedBy(watch)
                    .<Object>run((task, _) -> {
                      if (task == 2) {
                        under.countDown();
                        looked.await();
                      }
                      return task;
                    }));
    under.await();

    Trace soFar = live.join().trace();
    assertThat(live.join().ended()).isEqualTo(2);
    assertThat(IntStream.range(0, 3).mapToObj(soFar.tasks()::ending))
        .containsExactly(Ending.DONE, Ending.DONE, Ending.CANCELLED);
    assertThat(soFar.states().total()).isEqualTo(Mounts.allTasks(soFar));
    assertThat(soFar.lanes().getFirst().name()).isEqualTo("event loop");
    assertThat(ended.getCount()).isEqualTo(1);
    looked.countDown();
    run.join();
    assertThat(ended.getCount()).isZero();
  }

  @Test
  void failureInterruptsTheSiblingsThatSleep() {
    Trace trace =
        Runs.of(new Async(), 50, 1)
            .stopOnError()
            .<Object>run((task, _) -> {
              if (task == 49) {
                throw new IllegalStateException("last");
              }
              Thread.sleep(Duration.ofMinutes(5));
              return task;
            })
            .trace();

    assertThat(IntStream.range(0, 49).mapToObj(trace.tasks()::ending))
        .containsOnly(Ending.CANCELLED);
    assertThat(trace.tasks().ending(49)).isEqualTo(Ending.FAILED);
  }

  /// Does not yield for so long; how much of it is computed depends on the machine.
  private static int spin(long millis) {
    long end = System.nanoTime() + millis * MILLI;
    int rounds = 0;
    while (System.nanoTime() < end) {
      rounds++;
    }
    return rounds;
  }
}
