package io.github.heddle.trace;

import io.github.heddle.task.Ending;
import io.github.heddle.trace.BrokenMounts.Sampled;
import io.github.heddle.trace.Samples.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// All that was recorded of a run whose tasks are mounted on carriers and unmounted again; it
/// becomes the [Trace]. States are exact to the nanosecond. Times are nanoseconds since the first
/// task was submitted.
///
/// @param workers what carriers, and threads that helped them, used
/// @param carriers by lane
/// @param drawn the tracks of the tasks that have lanes of their own, by task; none for a crowd
/// @param unended the tasks that have begun and not ended
/// @param helpers threads that did parts of tasks' work, by lane
public record MountRecording(
    List<WorkerUse> workers,
    List<CarrierTrack> carriers,
    List<TaskTrack> drawn,
    List<Unended> unended,
    List<CarrierTrack> helpers,
    TaskTimes tasks,
    Samples samples,
    UsableCores usable,
    long startupNanos) {
  private static final int MOST_HOLDS = 100;
  private static final int MOST_FAILED = 500;

  /// The trace: slices, sums over states, tasks in flight, what held carriers, counters.
  public Trace trace() {
    long wall = tasks.lastEndNanos();
    List<Lane> lanes = lanes();
    List<Slice> slices = slices();
    HelperLanes others = new HelperLanes(others(), next(lanes), wall, tasks.firstBegun());
    Helpers helped = helped(others.helpers(ofTasks(slices)), others.busyNanos());
    return new Trace(
        wall,
        all(lanes, others.lanes()),
        others.cpuOfTasks().isEmpty() ? tasks : new HelpedTasks(tasks, others.cpuOfTasks()),
        all(slices, others.slices()),
        resolution(),
        states(),
        true,
        samples.coreUse(0, wall),
        usable,
        Counters.of(workers, samples, startupNanos, helped.runningNanos()),
        drawn.isEmpty() && tasks.count() > 0 ? Optional.of(inFlight(wall)) : Optional.empty(),
        new Obstacles(holds(), List.of(), Optional.empty())
            .betweenTasks(
                readyNanos(), carriers.stream().mapToLong(CarrierTrack::readyNanos).sum()),
        helped,
        MemoryUse.of(samples));
  }

  private static <E> List<E> all(List<E> first, List<E> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }

  private static int next(List<Lane> lanes) {
    return 1 + lanes.stream().mapToInt(Lane::index).max().orElse(-1);
  }

  /// Threads that tasks started, or that all share.
  private List<HelperUse> others() {
    return tasks.count() == 1
        ? samples.helpers().stream().map(helper -> helper.forTask(0)).toList()
        : samples.helpers();
  }

  private List<Slice> ofTasks(List<Slice> slices) {
    return slices.stream()
        .filter(slice -> !drawn.isEmpty() && slice.lane() == tasks.lane(slice.task()))
        .toList();
  }

  /// Of a crowd it is not known which task waited when.
  ///
  /// @param busyNanos how long other threads did not wait themselves
  private Helpers helped(Helpers beside, long busyNanos) {
    return drawn.isEmpty()
        ? new Helpers(
            beside.threads(), beside.runningNanos(), 0, Math.min(states().waiting(), busyNanos))
        : beside;
  }

  /// Of the carriers, not of threads beside them.
  private OptionalLong readyNanos() {
    return Usage.sum(
        workers.stream().limit(carriers.size()).map(worker -> worker.during().readyNanos()));
  }

  private List<Lane> lanes() {
    Stream<Lane> own =
        drawn.stream()
            .filter(track -> tasks.began(track.task()))
            .map(track -> Lane.ofTask(tasks.lane(track.task()), track.task()));
    return Stream.of(
            workers.stream().limit(carriers.size()).map(WorkerUse::lane),
            own,
            helpers.stream().map(CarrierTrack::lane))
        .flatMap(lanes -> lanes)
        .toList();
  }

  private List<Slice> slices() {
    List<Slice> slices = new ArrayList<>();
    carriers.forEach(carrier -> slices.addAll(carrier.slices()));
    helpers.forEach(helper -> slices.addAll(helper.slices()));
    Map<Integer, Unended> open =
        unended.stream().collect(Collectors.toMap(Unended::task, task -> task));
    for (TaskTrack track : drawn) {
      slices.addAll(slices(track, Optional.ofNullable(open.get(track.task()))));
    }
    List<Slice> broken = new BrokenMounts(sampled(), tasks.lastEndNanos()).in(slices);
    long wall = tasks.lastEndNanos();
    broken = new ArrayList<>(broken.stream().flatMap(slice -> until(wall, slice)).toList());
    failed().forEach(broken::add);
    broken.sort(Comparator.comparingInt(Slice::lane).thenComparingLong(Slice::startNanos));
    return SliceLines.ofMounts(broken, looks(), looksBeside());
  }

  /// What a carrier did after the last task had ended is no part of the run.
  private static Stream<Slice> until(long wall, Slice slice) {
    if (slice.endNanos() <= wall) {
      return Stream.of(slice);
    }
    return slice.startNanos() < wall ? Stream.of(slice.until(wall)) : Stream.empty();
  }

  /// Of a run under way only what mounts used in all is known of threads beside the carriers, and
  /// nothing of these.
  private List<Sampled> sampled() {
    Series together = samples.workers();
    boolean over = together.columns() > 0;
    List<Sampled> sampled = new ArrayList<>();
    if (over) {
      for (CarrierTrack carrier : carriers) {
        int lane = carrier.lane().index();
        sampled.add(
            new Sampled(carrier, new LaneReadings(together, lane), workers.get(lane).before()));
      }
    }
    for (CarrierTrack helper : helpers) {
      Series own = over ? helper.readings() : new Series(Column.count(1), 1);
      sampled.add(new Sampled(helper, new LaneReadings(own, 0), Usage.UNKNOWN));
    }
    return sampled;
  }

  private Map<Integer, List<Look>> looks() {
    Map<Integer, List<Look>> looks = new HashMap<>();
    carriers.forEach(carrier -> looks.put(carrier.lane().index(), carrier.looks().looks()));
    drawn.forEach(
        track -> track.looks().ifPresent(log -> looks.put(tasks.lane(track.task()), log.looks())));
    return looks;
  }

  /// Looks at threads that did parts of tasks' work: what they saw holds for both, the thread and
  /// the task.
  private Map<Integer, List<Look>> looksBeside() {
    Map<Integer, List<Look>> looks = new HashMap<>();
    for (CarrierTrack helper : helpers) {
      List<Look> own = helper.looks().looks();
      looks.put(helper.lane().index(), own);
      if (!drawn.isEmpty()) {
        own.forEach(look ->
            looks.computeIfAbsent(tasks.lane(look.task()), _ -> new ArrayList<>()).add(look));
      }
    }
    return looks;
  }

  private List<Slice> slices(TaskTrack track, Optional<Unended> unended) {
    synchronized (track) {
      return unended
          .map(seen -> seen.slices(tasks.lane(seen.task())).toList())
          .orElseGet(track::slices);
    }
  }

  private Stream<Slice> failed() {
    return IntStream.range(0, tasks.count())
        .filter(task -> tasks.ending(task) == Ending.FAILED)
        .limit(MOST_FAILED)
        .mapToObj(task ->
            new Slice(
                tasks.lane(task),
                task,
                1,
                State.FAILED,
                tasks.endNanos(task),
                tasks.endNanos(task)));
  }

  private long resolution() {
    return drawn.stream().mapToLong(TaskTrack::stepNanos).max().orElse(0);
  }

  /// A thread beside the carriers knows what it did for a task that had ended before it noted that.
  private StateTimes states() {
    StateTimes sum = threads().map(CarrierTrack::states).reduce(StateTimes.ZERO, StateTimes::plus);
    for (Unended task : unended) {
      sum = sum.plus(task.times());
    }
    return sum;
  }

  private InFlight inFlight(long wall) {
    TaskBins rest = new TaskBins();
    unended.forEach(task -> addOpen(task, rest));
    // copies, as carriers may go on meanwhile
    List<TaskBins> all = Stream.concat(threads().map(CarrierTrack::bins), Stream.of(rest)).toList();
    Flight flight = new Flight(all.stream().mapToLong(TaskBins::binNanos).max().orElse(1));
    all.forEach(bins -> bins.addTo(flight));
    return flight.over(wall);
  }

  private Stream<CarrierTrack> threads() {
    return Stream.concat(carriers.stream(), helpers.stream());
  }

  private void addOpen(Unended task, TaskBins rest) {
    if (task.begun()) {
      task.open().ifPresent(open -> rest.spent(open.state(), open.startNanos(), open.endNanos()));
      rest.inFlight().add(tasks.startNanos(task.task()), task.atNanos());
    }
  }

  private List<Hold> holds() {
    return carriers.stream()
        .flatMap(carrier -> carrier.holds().stream())
        .sorted(Comparator.comparingLong(Hold::nanos).reversed())
        .limit(MOST_HOLDS)
        .toList();
  }
}
