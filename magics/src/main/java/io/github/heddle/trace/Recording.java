package io.github.heddle.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// All that was measured of a run, as it was measured; it becomes the [Trace]. Times are
/// nanoseconds since the first task was submitted.
///
/// @param workers by lane
/// @param readings of the workers, by lane
public record Recording(
    List<WorkerUse> workers,
    List<LaneReadings> readings,
    TaskTimes tasks,
    Samples samples,
    UsableCores usable,
    long startupNanos) {
  /// More slices than this cannot be told apart in a picture.
  private static final int MOST_SLICES = 2000;

  /// Fewer tasks than this are never folded.
  private static final int FEW_TASKS = 500;

  /// Of workers that were looked at together.
  public Recording(
      List<WorkerUse> workers,
      TaskTimes tasks,
      Samples samples,
      UsableCores usable,
      long startupNanos) {
    this(
        workers,
        LaneReadings.together(samples.workers(), workers.size()),
        tasks,
        samples,
        usable,
        startupNanos);
  }

  /// The trace: slices, sums over states, use of the cores, counters.
  public Trace trace() {
    long wall = tasks.lastEndNanos();
    long step = tasks.count() <= FEW_TASKS ? 0 : coarsest(wall);
    Sliced sliced = slice(wall, step);
    while (sliced.slices.size() > MOST_SLICES && step < wall) {
      step = Math.max(2 * step, coarsest(wall));
      sliced = slice(wall, step);
    }
    HelperLanes helpers = new HelperLanes(helpers(), workers.size(), wall, tasks.firstBegun());
    Helpers helped = helpers.helpers(sliced.slices);
    return new Trace(
        wall,
        all(workers.stream().map(WorkerUse::lane).toList(), helpers.lanes()),
        helpers.cpuOfTasks().isEmpty() ? tasks : new HelpedTasks(tasks, helpers.cpuOfTasks()),
        all(placed(sliced.slices), helpers.slices()),
        Math.max(LaneReadings.closest(readings), step),
        sliced.states,
        samples.readyMeasured(),
        samples.coreUse(0, wall),
        usable,
        Counters.of(workers, samples, startupNanos, helped.runningNanos()),
        Optional.empty(),
        new Obstacles(List.of(), samples.lockWaits(), samples.deadlock())
            .betweenTasks(readyNanos(), sliced.states.ready()),
        helped,
        MemoryUse.of(samples));
  }

  private OptionalLong readyNanos() {
    return Usage.sum(workers.stream().map(worker -> worker.during().readyNanos()));
  }

  private static <E> List<E> all(List<E> first, List<E> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }

  private List<Slice> placed(List<Slice> slices) {
    return SliceLines.on(slices, samples.looks(), Math.max(1, LaneReadings.closest(readings)));
  }

  private List<HelperUse> helpers() {
    return tasks.count() == 1
        ? samples.helpers().stream().map(helper -> helper.forTask(0)).toList()
        : samples.helpers();
  }

  private long coarsest(long wall) {
    return Math.max(1, wall / MOST_SLICES * workers.size());
  }

  private record Sliced(List<Slice> slices, StateTimes states) {}

  private Sliced slice(long wall, long step) {
    List<Slice> slices = new ArrayList<>();
    Detail detail = new Detail(step, Math.max(step / 8, wall / MOST_SLICES));
    LaneTrack[] tracks =
        workers.stream()
            .map(worker -> new LaneTrack(worker, this, detail, slices))
            .toArray(LaneTrack[]::new);
    for (int task : TaskOrder.inTime(tasks)) {
      tracks[tasks.lane(task)].add(task);
    }
    Arrays.stream(tracks).forEach(LaneTrack::finish);
    slices.sort(Comparator.comparingInt(Slice::lane).thenComparingLong(Slice::startNanos));
    return new Sliced(
        slices,
        Arrays.stream(tracks)
            .map(track -> track.states(wall))
            .reduce(StateTimes.ZERO, StateTimes::plus));
  }
}
