package io.github.heddle.report;

import io.github.heddle.plan.OnError;
import io.github.heddle.plan.Plan;
import io.github.heddle.task.Ending;
import io.github.heddle.task.Items;
import io.github.heddle.trace.CodeLine;
import io.github.heddle.trace.CoreUse;
import io.github.heddle.trace.Counters;
import io.github.heddle.trace.Deadlock;
import io.github.heddle.trace.GcPauses;
import io.github.heddle.trace.Helpers;
import io.github.heddle.trace.Hold;
import io.github.heddle.trace.InFlight;
import io.github.heddle.trace.Lane;
import io.github.heddle.trace.LockWait;
import io.github.heddle.trace.MemoryReading;
import io.github.heddle.trace.MemoryUse;
import io.github.heddle.trace.Obstacles;
import io.github.heddle.trace.Passage;
import io.github.heddle.trace.Place;
import io.github.heddle.trace.ProcessMemory;
import io.github.heddle.trace.Replacement;
import io.github.heddle.trace.Slice;
import io.github.heddle.trace.State;
import io.github.heddle.trace.StateTimes;
import io.github.heddle.trace.Trace;
import io.github.heddle.trace.UsableCores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// A run written down by hand: tasks and slices are added one by one, times in milliseconds.
public final class SampleRun {
  private static final long MILLI = 1_000_000;

  private String model = "threads";
  private OnError onError = OnError.CONTINUE;
  private UsableCores usable = new UsableCores(2, OptionalDouble.empty());
  private OptionalLong cpuNanos = OptionalLong.empty();
  private OptionalLong throttledNanos = OptionalLong.empty();
  private long resolutionNanos = MILLI;
  private long startupNanos = 900_000;
  private Items items = Items.NUMBERS;
  private Obstacles obstacles = Obstacles.NONE;
  private long betweenTasksNanos;
  private Optional<GcPauses> gcPauses = Optional.empty();
  private Helpers helpers = Helpers.NONE;
  private final List<ProcessMemory> memory = new ArrayList<>();
  private boolean statesMeasured = true;
  private boolean ownMeasured = true;
  private Optional<InFlight> inFlight = Optional.empty();
  private final List<Lane> lanes;
  private final List<Hold> holds = new ArrayList<>();
  private long wallNanos;
  private final int workers;
  private final TaskTimesTable tasks;
  private final List<Slice> slices = new ArrayList<>();
  private final List<CoreUse.Bin> bins = new ArrayList<>();
  private final long[] inState = new long[State.values().length];

  private SampleRun(int tasks, int workers) {
    this.tasks = new TaskTimesTable(tasks);
    this.workers = workers;
    this.lanes =
        new ArrayList<>(
            IntStream.range(0, workers).mapToObj(i -> new Lane(i, "thread-" + (i + 1))).toList());
  }

  public static SampleRun of(int tasks, int workers) {
    return new SampleRun(tasks, workers);
  }

  /// All tasks at once, each in one state.
  static SampleRun parallel(int tasks, State state, double millis) {
    SampleRun run = of(tasks, tasks);
    for (int task = 0; task < tasks; task++) {
      run.whole(task, task, state, 0, millis);
    }
    return run;
  }

  public SampleRun model(String name) {
    model = name;
    return this;
  }

  /// The names of the lanes, where they are not threads.
  public SampleRun lanes(String... names) {
    lanes.clear();
    return lanesBelow(names);
  }

  /// An event loop and a lane for each task, and below them threads of those names.
  public SampleRun onLoop(String... names) {
    return lanes("event loop").lanesOfTasks().lanesBelow(names);
  }

  /// A lane for each task below those that there are.
  public SampleRun lanesOfTasks() {
    IntStream.range(0, tasks.count()).forEach(task -> lanes.add(Lane.ofTask(lanes.size(), task)));
    return this;
  }

  private SampleRun lanesBelow(String... names) {
    for (String name : names) {
      lanes.add(new Lane(lanes.size(), name));
    }
    return this;
  }

  /// A task on its carrier, beside its own lane.
  public SampleRun mounted(int lane, int task, double from, double to) {
    slices.add(new Slice(lane, task, 1, State.RUNNING, nanos(from), nanos(to)));
    return this;
  }

  /// A task that held its carrier while others were ready.
  public SampleRun hold(Hold hold) {
    holds.add(hold);
    return this;
  }

  /// A crowd, from 0 on in steps of so many milliseconds.
  public SampleRun crowd(double millis, List<InFlight.Bin> bins) {
    inFlight = Optional.of(new InFlight(nanos(millis), bins));
    return this;
  }

  /// Adds to the time tasks were in a state, without a slice.
  public SampleRun inState(State state, double millis) {
    inState[Arrays.asList(State.values()).indexOf(state)] += nanos(millis);
    return this;
  }

  public SampleRun stopsOnError() {
    onError = OnError.STOP;
    return this;
  }

  public SampleRun cores(int affinity) {
    usable = new UsableCores(affinity, OptionalDouble.empty());
    return this;
  }

  public SampleRun quota(int affinity, double quota) {
    usable = new UsableCores(affinity, OptionalDouble.of(quota));
    return this;
  }

  public SampleRun cpu(double millis) {
    cpuNanos = OptionalLong.of(nanos(millis));
    return this;
  }

  /// How finely states are known.
  SampleRun resolution(double millis) {
    resolutionNanos = nanos(millis);
    return this;
  }

  /// How long it took to create the workers.
  SampleRun startup(double millis) {
    startupNanos = nanos(millis);
    return this;
  }

  public SampleRun throttled(double millis) {
    throttledNanos = OptionalLong.of(nanos(millis));
    return this;
  }

  public SampleRun waits(LockWait... waits) {
    obstacles = new Obstacles(List.of(), List.of(waits), Optional.empty());
    return this;
  }

  /// How long workers waited for a core between tasks, in milliseconds.
  SampleRun betweenTasks(double millis) {
    betweenTasksNanos = nanos(millis);
    return this;
  }

  /// How often and how long the garbage collector stopped all threads.
  SampleRun collected(int times, double millis) {
    gcPauses = Optional.of(new GcPauses(times, nanos(millis)));
    return this;
  }

  /// Worker processes that were replaced.
  SampleRun replaced(Replacement... replacements) {
    obstacles = new Obstacles(List.of(), List.of(), Optional.empty(), List.of(replacements), 0);
    return this;
  }

  public SampleRun deadlock(Deadlock.Party... circle) {
    Deadlock deadlock = new Deadlock(List.of(circle), nanos(400));
    obstacles = new Obstacles(List.of(), List.of(), Optional.of(deadlock));
    return this;
  }

  /// Times in milliseconds.
  public SampleRun helpers(int threads, double running, double waitedFor, double unsure) {
    helpers = new Helpers(threads, nanos(running), nanos(waitedFor), nanos(unsure));
    return this;
  }

  /// A process whose memory was read from 0 on in steps of so many milliseconds.
  ///
  /// @param readings each a resident set, heap and what was left after a collection, in MB
  public SampleRun memory(String name, double millis, double[]... readings) {
    memory.add(
        new ProcessMemory(
            name,
            OptionalLong.of(
                megabytes(Arrays.stream(readings).mapToDouble(r -> r[0]).max().orElseThrow())),
            IntStream.range(0, readings.length)
                .mapToObj(i ->
                    new MemoryReading(
                        nanos(i * millis),
                        OptionalLong.of(megabytes(readings[i][0])),
                        megabytes(readings[i][1]),
                        readings[i].length > 2
                            ? OptionalLong.of(megabytes(readings[i][2]))
                            : OptionalLong.empty()))
                .toList()));
    return this;
  }

  private static long megabytes(double megabytes) {
    return Math.round(megabytes * 1_000_000);
  }

  /// Cores tell of the whole machine only.
  public SampleRun withoutOwnCores() {
    ownMeasured = false;
    return this;
  }

  public SampleRun withoutStates() {
    statesMeasured = false;
    return this;
  }

  public SampleRun task(int task, int lane, Ending ending, double from, double to) {
    tasks.set(task, lane, ending, nanos(from), nanos(to));
    wallNanos = Math.max(wallNanos, nanos(to));
    return this;
  }

  public SampleRun slice(int lane, int task, State state, double from, double to) {
    return folded(lane, task, 1, state, from, to);
  }

  public SampleRun folded(int lane, int task, int count, State state, double from, double to) {
    Slice slice = new Slice(lane, task, count, state, nanos(from), nanos(to));
    slices.add(slice);
    inState[Arrays.asList(State.values()).indexOf(state)] += slice.nanos();
    return this;
  }

  /// Every slice was seen in one of a few lines of a cell, in one way or another.
  public SampleRun seen() {
    Place.Seen[] ways = Place.Seen.values();
    for (int i = 0; i < slices.size(); i++) {
      CodeLine line = new CodeLine("cell 7", 3 + i % 5);
      slices.set(i, slices.get(i).at(Optional.of(new Place(line, ways[i % ways.length]))));
    }
    return this;
  }

  /// The last slice was seen in that line.
  public SampleRun seenAt(int line, Place.Seen how) {
    Place place = new Place(new CodeLine("cell 7", line), how);
    slices.set(slices.size() - 1, slices.getLast().at(Optional.of(place)));
    return this;
  }

  /// Before the last slice the task was seen in one line, and after it in another.
  public SampleRun seenBetween(int before, int after) {
    Passage passage = new Passage(new CodeLine("cell 7", before), new CodeLine("cell 7", after));
    slices.set(slices.size() - 1, slices.getLast().between(Optional.of(passage)));
    return this;
  }

  /// A task in one state from beginning to end.
  public SampleRun whole(int lane, int task, State state, double from, double to) {
    return task(task, lane, Ending.DONE, from, to).slice(lane, task, state, from, to);
  }

  public SampleRun bin(int core, double from, double to, double own, double other) {
    bins.add(new CoreUse.Bin(core, nanos(from), nanos(to), own, other));
    return this;
  }

  public Plan plan() {
    return new Plan(model, tasks.count(), workers, Optional.empty(), onError);
  }

  /// The elements that the tasks are for.
  public SampleRun over(List<?> elements) {
    items = new Items(Optional.of(elements));
    return this;
  }

  public Report report() {
    return Report.of(plan(), tasks.endings(), trace()).over(items);
  }

  public Trace trace() {
    return new Trace(
        wallNanos,
        List.copyOf(lanes),
        tasks,
        slices,
        resolutionNanos,
        new StateTimes(inState[0], inState[1], inState[2], inState[3], inState[4]),
        statesMeasured,
        coreUse(),
        usable,
        counters(),
        inFlight,
        new Obstacles(
            holds,
            obstacles.lockWaits(),
            obstacles.deadlock(),
            obstacles.replacements(),
            betweenTasksNanos),
        helpers,
        new MemoryUse(memory));
  }

  private Optional<CoreUse> coreUse() {
    List<Integer> cores = bins.stream().map(CoreUse.Bin::core).distinct().sorted().toList();
    return bins.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CoreUse(
                cores,
                bins.getFirst().endNanos() - bins.getFirst().startNanos(),
                bins,
                ownMeasured));
  }

  private Counters counters() {
    return new Counters(
        cpuNanos,
        OptionalLong.of(8_000L * tasks.count()),
        OptionalLong.of(182_000_000),
        OptionalLong.of(12),
        OptionalLong.of(1_340),
        throttledNanos,
        OptionalLong.of(startupNanos),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        gcPauses);
  }

  private static long nanos(double millis) {
    return Math.round(millis * MILLI);
  }
}
