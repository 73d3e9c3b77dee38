package io.github.heddle.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.task.Ending;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A run of one worker process, written down by hand, in milliseconds of a clock that showed 1,000
/// when the first task was submitted.
class ProcessRecordingTest {
  private static final long MILLI = 1_000_000;

  private final TaskLog log = new TaskLog(2);
  private final Journeys journeys = new Journeys(2);
  private final BodyUse body = new BodyUse();

  /// Started from 900 to 990; the second task runs before the first: sent at 1,000, 10 ms on its
  /// way, runs 20 ms, 5 ms back; the first follows at once, 10 ms on its way, 30 ms of which it
  /// computes 10, 15 ms back.
  private Trace trace() {
    return trace(List.of());
  }

  /// @param others lanes of processes that had no tasks
  private Trace trace(List<ProcessLane> others) {
    task(1, 1000, 1010, 1030, 1035, 20, 100);
    task(0, 1035, 1045, 1075, 1090, 10, 150);
    ProcessLane lane =
        new ProcessLane(
            new Lane(0, "process-1 (pid 1)"),
            new Usage(
                OptionalLong.of(33 * MILLI),
                OptionalLong.of(0),
                OptionalLong.of(5),
                OptionalLong.of(6),
                OptionalLong.of(7)),
            List.of(new ProcessLane.Span(900 * MILLI, 990 * MILLI)),
            body,
            List.of(row(1011, 101), row(1040, 130), row(1046, 151), row(1056, 160), row(1070, 160)),
            true,
            OptionalLong.of(77),
            List.of(new MemoryReading(1010 * MILLI, OptionalLong.of(76), 12, OptionalLong.empty())),
            List.of(
                new Look(1, State.RUNNING, 1015 * MILLI, 1016 * MILLI, new CodeLine("cell 7", 3))),
            4 * MILLI,
            List.of(new Replacement(1, OptionalInt.of(0))));
    return new ProcessRecording(
            Stream.concat(Stream.of(lane), others.stream()).toList(),
            log.times(1000 * MILLI, 1090 * MILLI, Ending.CANCELLED),
            new Samples(
                new Series(0, 3),
                Optional.empty(),
                MILLI,
                true,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty()),
            new UsableCores(2, OptionalDouble.empty()),
            journeys,
            new ProcessRecording.Bytes(300, 400),
            new ProcessRecording.Clock(1000 * MILLI, 100 * MILLI))
        .trace();
  }

  @Test
  void lookAtAWorkerSaysInWhichLineItsTaskWas() {
    assertThat(trace().slices())
        .filteredOn(slice -> slice.task() == 1 && slice.state() == State.RUNNING)
        .isNotEmpty()
        .allSatisfy(
            slice -> assertThat(slice.place().orElseThrow().text()).isEqualTo("cell 7, line 3"));
    assertThat(trace().slices())
        .filteredOn(slice -> slice.task() == 0 || slice.state() != State.RUNNING)
        .isNotEmpty()
        .allMatch(slice -> slice.place().isEmpty());
  }

  private void task(
      int task, long sent, long begin, long end, long received, long cpu, long cpuBefore) {
    journeys.sent(task, sent * MILLI);
    log.begin(task, 0, begin * MILLI);
    log.use(task, cpu * MILLI, 0);
    journeys.received(task, received * MILLI);
    log.end(task, Ending.DONE, end * MILLI);
    body.add(begin * MILLI, end * MILLI, row(begin, cpuBefore), cpu * MILLI, 0);
  }

  private static ThreadRow row(long at, long cpu) {
    return new ThreadRow(at * MILLI, cpu * MILLI, 0, 0, OptionalInt.of(0));
  }

  @Test
  void runIsOverWhenTheLastResultIsThere() {
    assertThat(trace().wallNanos()).isEqualTo(90 * MILLI);
  }

  @Test
  void startsBeforeTimeZero() {
    assertThat(trace().fromNanos()).isEqualTo(-100 * MILLI);
    assertThat(trace().slices().getFirst())
        .isEqualTo(new Slice(0, 0, 1, State.STARTING, -100 * MILLI, -10 * MILLI));
  }

  @Test
  void tasksAreBetweenWhatWasSentForThem() {
    assertThat(trace().slices().stream().skip(1).filter(s -> s.state() == State.STARTING))
        .containsExactly(
            new Slice(0, 1, 1, State.STARTING, 0, 10 * MILLI),
            new Slice(0, 1, 1, State.STARTING, 30 * MILLI, 35 * MILLI),
            new Slice(0, 0, 1, State.STARTING, 35 * MILLI, 45 * MILLI),
            new Slice(0, 0, 1, State.STARTING, 75 * MILLI, 90 * MILLI));
  }

  @Test
  void statesAreThoseOfBodiesAndOfSending() {
    assertThat(trace().states())
        .isEqualTo(new StateTimes(30 * MILLI, 0, 20 * MILLI, 0, 40 * MILLI));
  }

  @Test
  void whatAWorkerComputedBetweenTasksIsNotTheTasks() {
    List<Slice> first =
        trace().slices().stream()
            .filter(slice -> slice.task() == 0 && slice.state() != State.STARTING)
            .toList();

    assertThat(first)
        .containsExactly(
            new Slice(0, 0, 1, State.RUNNING, 45 * MILLI, 55 * MILLI),
            new Slice(0, 0, 1, State.WAITING, 55 * MILLI, 75 * MILLI));
  }

  /// Between two looks at a process it is only known how long it ran and how long it waited: when
  /// another one was looked at meanwhile says nothing of what came first.
  @Test
  void momentsAtWhichAnotherProcessWasLookedAtCutNothing() {
    ProcessLane other =
        new ProcessLane(
            new Lane(1, "process-2 (pid 2)"),
            Usage.UNKNOWN,
            List.of(),
            new BodyUse(),
            List.of(row(1048, 5), row(1051, 5), row(1054, 5), row(1058, 5), row(1072, 5)),
            true,
            OptionalLong.empty(),
            List.of(),
            List.of(),
            0,
            List.of());

    assertThat(trace(List.of(other)).slices())
        .filteredOn(slice -> slice.task() == 0 && slice.state() != State.STARTING)
        .containsExactly(
            new Slice(0, 0, 1, State.RUNNING, 45 * MILLI, 55 * MILLI),
            new Slice(0, 0, 1, State.WAITING, 55 * MILLI, 75 * MILLI));
  }

  @Test
  void countersAreThoseOfTheProcess() {
    Counters counters = trace().counters();

    assertThat(counters.cpuNanos()).hasValue(33 * MILLI);
    assertThat(counters.workerResidentBytes()).hasValue(77);
    assertThat(counters.startupNanos()).hasValue(100 * MILLI);
    assertThat(counters.transfer()).contains(new Transfer(300, 400, 20 * MILLI, 20 * MILLI));
  }
}
