package io.github.heddle.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.task.Ending;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// Recordings of an event loop, made by hand: times in milliseconds.
class MountRecordingTest {
  private static final long MILLI = 1_000_000;

  private final CarrierTrack loop = new CarrierTrack(new Lane(0, "event loop"), 100);
  private final CarrierTrack offload = new CarrierTrack(new Lane(2, "offload-1"), 100);
  private final TaskTrack task = TaskTrack.withLane(0, 1, 100);

  @Test
  void aThreadThatNoticesAfterTheEndOfItsTaskThatItHadNoCoreIsCounted() {
    task.mounted(0, true, loop);
    task.unmounted(use(0, 10, 10, 0), false, loop);
    task.queued(10 * MILLI);
    task.mounted(10 * MILLI, false, offload);
    task.queued(50 * MILLI);
    task.mounted(50 * MILLI, false, loop);
    task.ended(use(50, 60, 10, 0), loop);
    loop.ended(task, 0, 60 * MILLI);
    task.unmounted(use(10, 100, 10, 80), false, offload);

    assertThat(trace().states()).isEqualTo(new StateTimes(30 * MILLI, 30 * MILLI, 0, 0, 0));
  }

  @Test
  void whatTheLoopDoesAfterTheLastTaskIsNoPartOfTheRun() {
    task.mounted(0, true, loop);
    task.ended(use(0, 60, 60, 0), loop);
    loop.carried(0, use(0, 61, 61, 0));
    loop.ended(task, 0, 60 * MILLI);

    assertThat(trace().slices()).isNotEmpty().allMatch(s -> s.endNanos() <= 60 * MILLI);
  }

  @Test
  void onlyLanesOfTasksAreATasks() {
    task.mounted(0, true, loop);
    task.ended(use(0, 60, 60, 0), loop);
    loop.ended(task, 0, 60 * MILLI);

    assertThat(trace().lanes())
        .containsExactly(
            new Lane(0, "event loop", OptionalInt.empty()),
            new Lane(1, "task 0", OptionalInt.of(0)),
            new Lane(2, "offload-1", OptionalInt.empty()));
  }

  private Trace trace() {
    TaskLog log = new TaskLog(1);
    log.begin(0, 1, 0);
    log.end(0, Ending.DONE, 60 * MILLI);
    return new MountRecording(
            List.of(new WorkerUse(loop.lane(), Usage.UNKNOWN, Usage.UNKNOWN)),
            List.of(loop),
            List.of(task),
            List.of(),
            List.of(offload),
            log.times(0, 60 * MILLI, Ending.CANCELLED),
            Samples.NONE,
            new UsableCores(2, OptionalDouble.empty()),
            0)
        .trace();
  }

  private static MountUse use(long from, long to, long cpu, long ready) {
    return new MountUse(
        from * MILLI, to * MILLI, cpu * MILLI, OptionalLong.of(ready * MILLI), false);
  }
}
