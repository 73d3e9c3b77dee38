package io.github.heddle.report;

import io.github.heddle.plan.Plan;
import io.github.heddle.task.Ending;
import io.github.heddle.trace.CoreUse;
import io.github.heddle.trace.Counters;
import io.github.heddle.trace.GcPauses;
import io.github.heddle.trace.Helpers;
import io.github.heddle.trace.Obstacles;
import io.github.heddle.trace.Trace;
import io.github.heddle.trace.UsableCores;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// The numbers of a run. What was not measured is empty. `Measure.of` names, defines and formats
/// them.
///
/// @param wallNanos first task submitted to last task ended
/// @param usable the cores the run could have used
/// @param coresUsed CPU time / wall
/// @param coresOfOthers how many cores' worth of time the rest of the machine used meanwhile
/// @param resolutionNanos how finely states inside a task are known; 0 where they are exact
/// @param mostInFlight the most tasks under way at one moment
/// @param tasksPerSecond tasks that came to their own end / wall
/// @param obstacles what kept tasks from going on
/// @param loop what event loop or carriers had to do with it
/// @param helpers what other threads did for the tasks
public record Numbers(
    Counts counts,
    long wallNanos,
    UsableCores usable,
    OptionalDouble coresUsed,
    OptionalDouble coresOfOthers,
    Optional<SpeedUp> speedUp,
    Optional<Shares> shares,
    Optional<TaskTimes> taskTimes,
    long resolutionNanos,
    int mostInFlight,
    OptionalDouble tasksPerSecond,
    Counters counters,
    Obstacles obstacles,
    Loop loop,
    Helpers helpers) {

  /// The numbers of a run.
  ///
  /// @param endings how each task ended, by task number
  public static Numbers of(Plan plan, List<Ending> endings, Trace trace) {
    Counts counts = Counts.of(endings);
    double wall = trace.wallNanos();
    return new Numbers(
        counts,
        trace.wallNanos(),
        trace.usable(),
        overWall(trace.counters().cpuNanos(), wall),
        trace.cores().map(CoreUse::busyWithOthers).orElse(OptionalDouble.empty()),
        SpeedUp.of(plan, trace),
        Shares.of(trace),
        TaskTimes.of(trace.tasks()),
        trace.resolutionNanos(),
        TaskTimes.mostInFlight(trace.tasks()),
        overWall(OptionalLong.of(counts.ended() * 1_000_000_000L), wall),
        trace.counters(),
        trace.obstacles(),
        Loop.of(plan, trace),
        trace.helpers());
  }

  /// The locks that tasks waited for, the longest first.
  public List<LockedAt> locks() {
    return LockedAt.of(obstacles.lockWaits());
  }

  /// The same beside another time for one at a time, such as a measured one.
  Numbers with(SpeedUp other) {
    return new Numbers(
        counts,
        wallNanos,
        usable,
        coresUsed,
        coresOfOthers,
        Optional.of(other),
        shares,
        taskTimes,
        resolutionNanos,
        mostInFlight,
        tasksPerSecond,
        counters,
        obstacles,
        loop,
        helpers);
  }

  /// How long tasks waited for the garbage collector, all together; 0 where it was not measured.
  long pausedNanos() {
    return shares.stream()
        .flatMap(all -> counters.gcPauses().stream().map(gc -> paused(gc, all)))
        .findFirst()
        .orElse(0L);
  }

  private long paused(GcPauses gc, Shares all) {
    long waiting = Math.round(all.waiting() * all.totalNanos());
    return gc.inTasks(waiting, all.totalNanos(), wallNanos);
  }

  /// Bytes that a task allocated on the heap, the mean over all that began.
  public OptionalLong bytesPerTask() {
    OptionalLong bytes = counters.allocatedBytes();
    return bytes.isPresent() && counts.began() > 0
        ? OptionalLong.of(bytes.getAsLong() / counts.began())
        : OptionalLong.empty();
  }

  private static OptionalDouble overWall(OptionalLong nanos, double wall) {
    return nanos.isPresent() && wall > 0
        ? OptionalDouble.of(nanos.getAsLong() / wall)
        : OptionalDouble.empty();
  }
}
