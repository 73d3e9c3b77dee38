package io.github.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.trace.Hold;
import io.github.heddle.trace.State;
import io.github.heddle.trace.Trace;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Tasks that keep others from the event loop are named with how long and why.
@Timeout(60)
class LoopHoldTest {
  private static final long MILLI = 1_000_000;

  @Test
  void computingTaskHoldsTheLoopAndTheOthersAreReady() {
    Trace trace =
        Mounts.trace(
            new Async(),
            5,
            1,
            (task, _) -> {
              if (task == 2) {
                return Mounts.compute();
              }
              Thread.sleep(5);
              return task;
            });

    Hold hold = trace.obstacles().holds().getFirst();
    assertThat(hold.task()).isEqualTo(2);
    assertThat(hold.others()).isEqualTo(4);
    assertThat(hold.pinned()).isFalse();
    assertThat(hold.nanos()).isGreaterThanOrEqualTo(20 * MILLI);
    assertThat(Mounts.inState(trace, 0, State.READY)).isGreaterThan(10 * MILLI);
    assertThat(Mounts.inState(trace, 2, State.RUNNING)).isGreaterThanOrEqualTo(20 * MILLI);
    assertThat(trace.tasks().cpuNanos(2).orElseThrow()).isGreaterThanOrEqualTo(20 * MILLI);
  }

  @Test
  void taskThatWaitsAndCannotLeaveTheLoopIsPinned() {
    Trace trace =
        Mounts.trace(new Async(), 3, 1, (task, _) -> task == 0 ? Initialised.VALUE.get() : task);

    Hold hold = trace.obstacles().holds().getFirst();
    assertThat(hold.task()).isZero();
    assertThat(hold.pinned()).isTrue();
    assertThat(Mounts.inState(trace, 0, State.WAITING)).isGreaterThan(120 * MILLI);
    assertThat(trace.states().total()).isEqualTo(Mounts.allTasks(trace));
  }

  /// A virtual thread in a class initialiser has a native frame below and cannot leave its carrier.
  private static final class Initialised {
    static final AtomicInteger VALUE = slowly();

    private static AtomicInteger slowly() {
      new Blocked().await();
      return new AtomicInteger(7);
    }
  }

  private record Blocked() {
    void await() {
      try {
        assertThat(new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS)).isFalse();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
