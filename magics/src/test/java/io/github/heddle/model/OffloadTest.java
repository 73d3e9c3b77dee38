package io.github.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.Heddle;
import io.github.heddle.scope.Scope;
import io.github.heddle.task.Ending;
import io.github.heddle.task.Outcome;
import io.github.heddle.trace.Lane;
import io.github.heddle.trace.Slice;
import io.github.heddle.trace.State;
import io.github.heddle.trace.Trace;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Work of a task that is done on a thread beside the event loop.
@Timeout(60)
class OffloadTest {
  private static final long MILLI = 1_000_000;

  @Test
  void offloadedWorkLeavesTheLoopToTheOthers() {
    Trace trace =
        Mounts.trace(
            new Async(),
            3,
            1,
            (task, _) -> {
              if (task == 0) {
                Heddle.offload(Mounts::compute);
              } else {
                Thread.sleep(1);
              }
              return task;
            });

    assertThat(trace.obstacles().holds()).isEmpty();
    Lane hop = trace.lanes().getLast();
    assertThat(hop.name()).isEqualTo("offload-1");
    assertThat(trace.slices())
        .filteredOn(slice -> slice.lane() == hop.index())
        .extracting(Slice::task)
        .containsOnly(0);
    assertThat(trace.tasks().endNanos(1)).isLessThan(trace.tasks().endNanos(0));
    assertThat(trace.counters().cpuNanos().orElseThrow()).isGreaterThanOrEqualTo(20 * MILLI);
    assertThat(Mounts.inState(trace, 0, State.RUNNING)).isGreaterThan(20 * MILLI);
    assertThat(trace.states().total()).isEqualTo(Mounts.allTasks(trace));
  }

  @Test
  void offloadedWorkThatWaitsAndThenComputesIsShownSo() {
    Trace trace =
        Mounts.trace(
            new Async(),
            1,
            1,
            (_, _) ->
                Heddle.offload(() -> {
                  Thread.sleep(300);
                  return Mounts.compute() + Mounts.compute();
                }));

    assertThat(trace.states().total()).isEqualTo(Mounts.allTasks(trace));
    assertThat(trace.states().waiting())
        .as("also where the task ends before the thread has noted what it did")
        .isGreaterThan(200 * MILLI);
    for (int lane : List.of(trace.lanes().getLast().index(), trace.tasks().lane(0))) {
      List<Slice> slices = Mounts.mounts(trace, lane);
      Slice wait = longest(slices, State.WAITING);
      assertThat(wait.nanos()).isGreaterThan(200 * MILLI);
      assertThat(longest(slices, State.RUNNING).startNanos())
          .isGreaterThanOrEqualTo(wait.endNanos());
      for (int i = 1; i < slices.size(); i++) {
        assertThat(slices.get(i).startNanos()).isGreaterThanOrEqualTo(slices.get(i - 1).endNanos());
      }
    }
  }

  private static Slice longest(List<Slice> slices, State state) {
    return slices.stream()
        .filter(slice -> slice.state() == state)
        .max(Comparator.comparingLong(Slice::nanos))
        .orElseThrow();
  }

  @Test
  void whatOffloadedWorkThrowsIsTheTasks() {
    Execution<Object> execution =
        Runs.of(new Async(), 1, 1)
            .run((_, _) ->
                Heddle.offload(() -> {
                  throw new IOException("from there");
                }));

    assertThat(((Outcome.Failed<?>) execution.outcomes().getFirst()).cause())
        .isInstanceOf(IOException.class)
        .hasMessage("from there");
  }

  @Test
  void offloadedWorkIsStoppedWithItsTask() {
    Scope scope = Runs.scope();

    Execution<Object> execution =
        Runs.of(new Async(), 2, 1)
            .timeout(Duration.ofMillis(200))
            .run(
                (_, _) ->
                    Heddle.offload(() -> {
                      new CountDownLatch(1).await();
                      return 1;
                    }),
                scope);

    assertThat(execution.outcomes()).extracting(Outcome::ending).containsOnly(Ending.TIMED_OUT);
    assertThat(scope.liveThreads()).isEmpty();
  }

  @Test
  void offloadWorksWithoutARun() throws Exception {
    Thread calling = Thread.currentThread();

    assertThat(Heddle.<Boolean>offload(() -> Thread.currentThread().equals(calling))).isFalse();
  }
}
