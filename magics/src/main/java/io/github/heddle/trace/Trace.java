package io.github.heddle.trace;

import java.util.List;
import java.util.Optional;

/// All that was recorded of one run.
///
/// @param wallNanos first task submitted to last task ended
/// @param lanes in the order of the picture
/// @param tasks times of every task, exact
/// @param slices by lane, then by time; not more than a few thousand however many tasks there were
/// @param resolutionNanos how finely states inside a task are known; 0 where they are exact
/// @param states how long tasks were in each state, exact sums over all tasks
/// @param statesMeasured whether `states` and the states of the slices could be measured here
/// @param cores how busy each core was, where it could be measured
/// @param usable the cores the run could have used
/// @param inFlight how many tasks were in each state over time, where tasks are not drawn one by
///   one
/// @param obstacles what kept tasks from going on
/// @param helpers what other threads did for the tasks; their lanes and slices are among the
///   others, below those of the workers
/// @param memory how much memory processes had
public record Trace(
    long wallNanos,
    List<Lane> lanes,
    TaskTable tasks,
    List<Slice> slices,
    long resolutionNanos,
    StateTimes states,
    boolean statesMeasured,
    Optional<CoreUse> cores,
    UsableCores usable,
    Counters counters,
    Optional<InFlight> inFlight,
    Obstacles obstacles,
    Helpers helpers,
    MemoryUse memory) {
  public Trace {
    lanes = List.copyOf(lanes);
    slices = List.copyOf(slices);
  }

  /// The same with what the garbage collector did meanwhile.
  public Trace with(GcPauses pauses) {
    return new Trace(
        wallNanos,
        lanes,
        tasks,
        slices,
        resolutionNanos,
        states,
        statesMeasured,
        cores,
        usable,
        counters.with(pauses),
        inFlight,
        obstacles,
        helpers,
        memory);
  }

  /// Where the lanes begin: 0, or earlier where the start-up of workers is among the slices.
  public long fromNanos() {
    return slices.stream().mapToLong(Slice::startNanos).reduce(0, Math::min);
  }
}
