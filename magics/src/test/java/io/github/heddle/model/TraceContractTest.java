package io.github.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.task.Ending;
import io.github.heddle.trace.Slice;
import io.github.heddle.trace.State;
import io.github.heddle.trace.TaskTable;
import io.github.heddle.trace.Trace;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;

/// What the trace of every model keeps to.
@Timeout(60)
class TraceContractTest {
  @EveryModel
  void slicesOfALaneFollowEachOtherAndFillTheirTasks(Model model) {
    Trace trace =
        Runs.of(model, 12, 3)
            .run((task, _) -> {
              for (int round = 0; round < 5; round++) {
                Thread.sleep(1 + task % 3);
              }
              return task;
            })
            .trace();

    trace.slices().stream()
        .filter(slice -> slice.state() != State.FAILED)
        .collect(Collectors.groupingBy(Slice::lane))
        .values()
        .forEach(TraceContractTest::assertNoOverlap);
    TaskTable tasks = trace.tasks();
    for (int task = 0; task < tasks.count(); task++) {
      assertThat(nanosOnItsLane(trace, task))
          .isEqualTo(tasks.endNanos(task) - tasks.startNanos(task));
    }
    assertThat(trace.states().total() - trace.states().sending())
        .isEqualTo(
            IntStream.range(0, tasks.count()).mapToLong(task -> nanosOnItsLane(trace, task)).sum());
  }

  private static void assertNoOverlap(List<Slice> lane) {
    long end = lane.getFirst().startNanos();
    for (Slice slice : lane) {
      assertThat(slice.startNanos()).isGreaterThanOrEqualTo(end);
      end = slice.endNanos();
    }
  }

  private static long nanosOnItsLane(Trace trace, int task) {
    return trace.slices().stream()
        .filter(slice -> slice.task() == task && slice.lane() == trace.tasks().lane(task))
        .filter(slice -> slice.state() != State.STARTING)
        .mapToLong(Slice::nanos)
        .sum();
  }

  @EveryModel
  void aMillionEmptyTasksGiveACompleteTableAndABoundedTrace(Model model) {
    Trace trace = Runs.of(model, 1_000_000, 4).run((task, _) -> task).trace();

    TaskTable tasks = trace.tasks();
    assertThat(tasks.count()).isEqualTo(1_000_000);
    assertThat(IntStream.range(0, tasks.count()))
        .allMatch(task ->
            tasks.ending(task) == Ending.DONE
                && tasks.cpuNanos(task).isPresent()
                && tasks.startNanos(task) >= 0
                && tasks.endNanos(task) >= tasks.startNanos(task)
                && tasks.endNanos(task) <= trace.wallNanos());
    assertThat(trace.slices()).hasSizeLessThanOrEqualTo(4_000);
  }
}
