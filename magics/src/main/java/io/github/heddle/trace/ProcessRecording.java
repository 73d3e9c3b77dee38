package io.github.heddle.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// All that was measured of a run in worker processes; it becomes the [Trace]. What happens inside
/// tasks is read as of threads; around them, elements and results are on their way.
///
/// @param lanes by index, times as of the kernel's clock
/// @param tasks since the first task was submitted
/// @param kernel what the sampler in the kernel saw of the machine, since then
/// @param journeys times as of the kernel's clock
/// @param bytes sent and received, as far as they were counted
/// @param clock when the first task was submitted, and what came before
public record ProcessRecording(
    List<ProcessLane> lanes,
    TaskTimes tasks,
    Samples kernel,
    UsableCores usable,
    Journeys journeys,
    Bytes bytes,
    Clock clock) {
  /// More slices than this are not told apart.
  private static final int FINEST = 2000;

  public ProcessRecording {
    lanes = List.copyOf(lanes);
  }

  /// What went through the pipes.
  public record Bytes(long sent, long received) {}

  /// When the first task was submitted, and for how long workers were made ready before.
  public record Clock(long originNanos, long startupNanos) {}

  /// The trace.
  public Trace trace() {
    ProcessSamples samples = new ProcessSamples(lanes);
    Samples all = samples.in(kernel, clock.originNanos);
    Trace bodies =
        new Recording(
                lanes.stream().map(ProcessLane::use).toList(),
                samples.readings(clock.originNanos),
                tasks,
                all,
                usable,
                clock.startupNanos)
            .trace();
    long wall = wall(bodies);
    Transfer transfer = transfer();
    StateTimes states =
        bodies
            .states()
            .plus(new StateTimes(0, 0, 0, 0, transfer.sentNanos() + transfer.receivedNanos()));
    return new Trace(
        wall,
        bodies.lanes(),
        bodies.tasks(),
        slices(bodies, wall),
        Math.max(bodies.resolutionNanos(), samples.resolutionNanos()),
        states,
        bodies.statesMeasured(),
        all.coreUse(startNanos(), wall),
        bodies.usable(),
        counters(bodies.counters(), transfer),
        bodies.inFlight(),
        bodies
            .obstacles()
            .with(lanes.stream().flatMap(lane -> lane.replacements().stream()).toList()),
        helpers(bodies.states()),
        bodies.memory().with(lanes, clock.originNanos));
  }

  /// What threads did that tasks started in their processes. Nobody looked at these threads one by
  /// one: what waits of a task were for them is not known.
  private Helpers helpers(StateTimes states) {
    long running = lanes.stream().mapToLong(lane -> lane.used().helpersNanos()).sum();
    return new Helpers(0, running, 0, Math.min(states.waiting(), running + ready(running, states)));
  }

  /// How long such threads waited for a core, if they did so as much as the tasks.
  private static long ready(long running, StateTimes states) {
    return Math.round(running * (states.ready() / (double) Math.max(1, states.running())));
  }

  /// When workers began to be made ready.
  private long startNanos() {
    return lanes.stream()
        .flatMap(lane -> lane.starting().stream())
        .mapToLong(span -> span.fromNanos() - clock.originNanos)
        .reduce(0, Math::min);
  }

  /// The last task has ended when its result is there.
  private long wall(Trace bodies) {
    return began()
        .mapToLong(task -> tasks.endNanos(task) + receiving(task))
        .reduce(bodies.wallNanos(), Math::max);
  }

  private IntStream began() {
    return IntStream.range(0, tasks.count()).filter(tasks::began);
  }

  private long sending(int task) {
    return journeys.sending(tasks, task, clock.originNanos);
  }

  private long receiving(int task) {
    return journeys.receiving(tasks, task, clock.originNanos);
  }

  private Transfer transfer() {
    return new Transfer(
        bytes.sent,
        bytes.received,
        began().mapToLong(this::sending).sum(),
        began().mapToLong(this::receiving).sum());
  }

  private Counters counters(Counters bodies, Transfer transfer) {
    return new Counters(
        bodies.cpuNanos(),
        bodies.allocatedBytes(),
        bodies.peakResidentBytes(),
        bodies.voluntarySwitches(),
        bodies.involuntarySwitches(),
        bodies.throttledNanos(),
        bodies.startupNanos(),
        bodies.samplerNanos(),
        lanes.stream()
            .map(ProcessLane::residentBytes)
            .flatMapToLong(OptionalLong::stream)
            .reduce(Math::max),
        Optional.of(transfer),
        bodies.gcPauses());
  }

  private List<Slice> slices(Trace bodies, long wall) {
    List<Slice> all = new ArrayList<>(bodies.slices());
    for (ProcessLane lane : lanes) {
      new Gaps(bodies.slices(), lane.lane().index()).fill(around(lane, wall / FINEST), all);
    }
    all.sort(Comparator.comparingInt(Slice::lane).thenComparingLong(Slice::startNanos));
    return all;
  }

  /// All that happens on a lane beside bodies, in order, without what is too short to be seen.
  private List<Slice> around(ProcessLane lane, long shortest) {
    List<Slice> around = new ArrayList<>();
    int index = lane.lane().index();
    lane.starting()
        .forEach(span ->
            around.add(starting(index, next(index, span), span.fromNanos(), span.toNanos())));
    began()
        .filter(task -> tasks.lane(task) == index)
        .forEach(task -> {
          long start = tasks.startNanos(task) + clock.originNanos;
          long end = tasks.endNanos(task) + clock.originNanos;
          around.add(starting(index, task, start - sending(task), start));
          around.add(starting(index, task, end, end + receiving(task)));
        });
    around.removeIf(slice -> slice.nanos() <= shortest);
    around.sort(Comparator.comparingLong(Slice::startNanos));
    return around;
  }

  /// The task that a worker was started for.
  private int next(int lane, ProcessLane.Span start) {
    return began()
        .filter(task -> tasks.lane(task) == lane)
        .filter(task -> tasks.startNanos(task) + clock.originNanos >= start.toNanos())
        .findFirst()
        .orElse(0);
  }

  private Slice starting(int lane, int task, long from, long to) {
    return new Slice(
        lane, task, 1, State.STARTING, from - clock.originNanos, to - clock.originNanos);
  }
}
