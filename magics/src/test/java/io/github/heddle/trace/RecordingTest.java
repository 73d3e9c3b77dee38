package io.github.heddle.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.task.Ending;
import io.github.heddle.trace.Samples.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// Recordings made by hand: times in milliseconds.
class RecordingTest {
  private static final long MILLI = 1_000_000;
  private static final Usage NOTHING =
      new Usage(
          OptionalLong.of(0),
          OptionalLong.of(0),
          OptionalLong.of(0),
          OptionalLong.of(0),
          OptionalLong.of(0));

  private final Series samples = new Series(Column.count(2), 1001);

  @Test
  void taskThatSleepsThenRunsThenWaitsForACoreShowsThatInOrder() {
    TaskLog log = new TaskLog(1);
    log.begin(0, 0, 0);
    end(log, 0, Ending.DONE, 40, 20, 10);
    sample(0, 0, 0, 0);
    sample(10, 0, 0, 0);
    sample(20, 10, 0, 0);
    sample(30, 10, 0, 0);

    Trace trace = trace(log);

    assertThat(trace.slices())
        .extracting(Slice::state)
        .containsExactly(State.WAITING, State.RUNNING, State.READY, State.RUNNING);
    assertThat(trace.slices()).extracting(Slice::nanos).containsOnly(10 * MILLI);
    assertThat(trace.states()).isEqualTo(new StateTimes(20 * MILLI, 10 * MILLI, 10 * MILLI, 0, 0));
    assertThat(trace.wallNanos()).isEqualTo(40 * MILLI);
  }

  @Test
  void sampledLocksAreShownAndCounted() {
    TaskLog log = new TaskLog(1);
    log.begin(0, 1, 0);
    end(log, 0, Ending.DONE, 40, 20, 0);
    sampleLane1(0, 0, 0);
    sampleLane1(20, 0, 20);
    sampleLane1(40, 20, 20);

    Trace trace = trace(log);

    assertThat(trace.slices())
        .extracting(Slice::state)
        .containsExactly(State.LOCKED, State.RUNNING);
    assertThat(trace.states().locked()).isEqualTo(20 * MILLI);
    assertThat(trace.states().waiting()).isZero();
  }

  @Test
  void waitsForACoreBetweenTasksAreKnownFromWhatWorkersWaitedInAll() {
    TaskLog log = new TaskLog(2);
    log.begin(0, 0, 0);
    end(log, 0, Ending.DONE, 20, 10, 10);
    log.begin(1, 0, 60 * MILLI);
    end(log, 1, Ending.DONE, 70, 20, 40);
    Usage waited =
        new Usage(
            OptionalLong.of(20 * MILLI),
            OptionalLong.of(45 * MILLI),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty());

    Trace known = recording(log, waited).trace();
    Trace unknown = recording(log, Usage.UNKNOWN).trace();

    assertThat(known.obstacles().betweenTasksNanos())
        .isEqualTo(45 * MILLI - known.states().ready())
        .isGreaterThan(10 * MILLI);
    assertThat(unknown.obstacles().betweenTasksNanos()).isZero();
  }

  @Test
  void failedTaskEndsWithAMark() {
    TaskLog log = new TaskLog(1);
    log.begin(0, 0, 0);
    end(log, 0, Ending.FAILED, 7, 7, 0);

    Slice mark = trace(log).slices().getLast();

    assertThat(mark).isEqualTo(new Slice(0, 0, 1, State.FAILED, 7 * MILLI, 7 * MILLI));
  }

  @Test
  void taskStillUnderWayIsGivenUpAtTheEndOfTheRecordingWithWhatWasSampled() {
    TaskLog log = new TaskLog(2);
    log.begin(0, 0, 0);
    sample(0, 0, 0, 0);
    sample(100, 90, 0, 0);

    Trace trace = trace(log);

    assertThat(trace.tasks().ending(0)).isEqualTo(Ending.TIMED_OUT);
    assertThat(trace.tasks().ending(1)).isEqualTo(Ending.NOT_STARTED);
    assertThat(trace.tasks().cpuNanos(0)).isEmpty();
    assertThat(trace.wallNanos()).isEqualTo(100 * MILLI);
    assertThat(trace.states().running()).isEqualTo(90 * MILLI);
  }

  @Test
  void entriesAfterTheRecordingDoNotShow() {
    TaskLog log = new TaskLog(1);
    log.begin(0, 0, 0);
    Recording recording = recording(log);
    end(log, 0, Ending.DONE, 500, 1, 0);

    assertThat(recording.trace().tasks().ending(0)).isEqualTo(Ending.TIMED_OUT);
    assertThat(recording.trace().wallNanos()).isEqualTo(100 * MILLI);
  }

  @Test
  void manyShortTasksAreFoldedWithoutLosingOne() {
    int count = 200_000;
    TaskLog log = new TaskLog(count);
    for (int task = 0; task < count; task++) {
      log.begin(task, task % 2, task * 100L);
      log.use(task, 90, 0);
      log.end(task, task == 5 ? Ending.FAILED : Ending.DONE, task * 100L + 90);
    }

    Trace trace = trace(log);

    assertThat(trace.slices()).hasSizeLessThan(2_500);
    assertThat(tasksIn(trace.slices())).isEqualTo(count);
    assertThat(trace.slices()).filteredOn(slice -> slice.state() == State.FAILED).hasSize(1);
    assertThat(trace.states().total()).isEqualTo(90L * count);
    assertSlicesFollowEachOther(trace.slices());
  }

  @Test
  void longTasksAmongManyShortOnesStandAlone() {
    int count = 10_001;
    TaskLog log = new TaskLog(count);
    for (int task = 0; task < count - 1; task++) {
      log.begin(task, 0, task * 100L);
      log.use(task, 100, 0);
      log.end(task, Ending.DONE, task * 100L + 100);
    }
    log.begin(count - 1, 0, MILLI);
    end(log, count - 1, Ending.DONE, 50, 49, 0);

    assertThat(trace(log).slices())
        .contains(new Slice(0, count - 1, 1, State.RUNNING, MILLI, 50 * MILLI));
  }

  @Test
  void recordingOfNothingIsAnEmptyTrace() {
    Trace trace = trace(new TaskLog(0));

    assertThat(trace.wallNanos()).isZero();
    assertThat(trace.slices()).isEmpty();
    assertThat(trace.states()).isEqualTo(StateTimes.ZERO);
  }

  static void assertSlicesFollowEachOther(List<Slice> slices) {
    Slice before = slices.getFirst();
    for (Slice slice : slices.subList(1, slices.size())) {
      assertThat(slice.lane()).isGreaterThanOrEqualTo(before.lane());
      if (slice.lane() == before.lane()) {
        assertThat(slice.startNanos()).isGreaterThanOrEqualTo(before.endNanos());
      }
      before = slice;
    }
  }

  /// How many tasks the slices stand for: slices of the same first task are of the same tasks.
  static long tasksIn(List<Slice> slices) {
    return slices.stream()
        .filter(slice -> slice.state() != State.FAILED)
        .collect(java.util.stream.Collectors.toMap(Slice::task, Slice::tasks, Math::max))
        .values()
        .stream()
        .mapToLong(Integer::longValue)
        .sum();
  }

  private static void end(
      TaskLog log, int task, Ending ending, long atMillis, long cpuMillis, long readyMillis) {
    log.use(task, cpuMillis * MILLI, readyMillis * MILLI);
    log.end(task, ending, atMillis * MILLI);
  }

  private void sample(long at, long cpu, long ready, long locked) {
    samples.add(at * MILLI, new long[] {cpu * MILLI, ready * MILLI, locked * MILLI, 0, 0, 0});
  }

  private void sampleLane1(long at, long cpu, long locked) {
    samples.add(at * MILLI, new long[] {0, 0, 0, cpu * MILLI, 0, locked * MILLI});
  }

  private Trace trace(TaskLog log) {
    return recording(log).trace();
  }

  private Recording recording(TaskLog log) {
    return recording(log, NOTHING);
  }

  /// @param used by the first worker
  private Recording recording(TaskLog log, Usage used) {
    List<WorkerUse> workers = new ArrayList<>();
    workers.add(new WorkerUse(new Lane(0, "thread-1"), NOTHING, used));
    workers.add(new WorkerUse(new Lane(1, "thread-2"), NOTHING, NOTHING));
    return new Recording(
        workers,
        log.times(0, 100 * MILLI, Ending.TIMED_OUT),
        new Samples(
            samples,
            Optional.empty(),
            MILLI,
            true,
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty()),
        new UsableCores(2, OptionalDouble.empty()),
        0);
  }
}
