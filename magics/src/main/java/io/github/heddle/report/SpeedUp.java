package io.github.heddle.report;

import io.github.heddle.plan.Plan;
import io.github.heddle.trace.Helpers;
import io.github.heddle.trace.StateTimes;
import io.github.heddle.trace.Trace;
import io.github.heddle.trace.UsableCores;
import java.util.Optional;
import java.util.OptionalDouble;

/// How much faster a run was than the same tasks one after the other.
///
/// @param oneAtATimeNanos the time tasks were running or waiting for I/O or sleep, summed over
///   tasks; waits for a core or a lock are left out, as a lone task would not have them. Threads
///   that tasks started count with the time they were running; while one of them was busy, its
///   task's own waiting is left out. A pause of the garbage collector counts once
/// @param factor one at a time / wall
/// @param efficiency factor / min(workers, usable cores); empty where any number of tasks share a
///   worker, as on an event loop: then it would say how many tasks there were
public record SpeedUp(long oneAtATimeNanos, double factor, OptionalDouble efficiency) {

  /// Where tasks waited for longer than this share of the time while a shared pool was busy,
  /// perhaps for them, it cannot be said what would have been a wait. Less leaves what is said a
  /// tenth off at most.
  static final double UNSURE = 0.1;

  /// The speed-up of a run; empty where states were not measured or nothing ran.
  static Optional<SpeedUp> of(Plan plan, Trace trace) {
    StateTimes states = trace.states();
    Helpers helpers = trace.helpers();
    long oneAtATime =
        states.running()
            + states.waiting()
            + helpers.runningNanos()
            - helpers.waitedForNanos()
            - pausedTogether(trace);
    boolean unsure = helpers.unsureNanos() > UNSURE * oneAtATime;
    if (!trace.statesMeasured() || unsure || oneAtATime <= 0 || trace.wallNanos() == 0) {
      return Optional.empty();
    }
    return Optional.of(over(oneAtATime, plan, helpers, trace.usable(), trace.wallNanos()));
  }

  /// How much longer tasks waited for the garbage collector than it paused: one at a time, each
  /// pause would hold up one of them.
  private static long pausedTogether(Trace trace) {
    StateTimes states = trace.states();
    return trace
        .counters()
        .gcPauses()
        .map(gc -> gc.inTasks(states.waiting(), states.total(), trace.wallNanos()) - gc.nanos())
        .filter(more -> more > 0)
        .orElse(0L);
  }

  /// The speed-up of a run over that time.
  static SpeedUp over(
      long oneAtATime, Plan plan, Helpers helpers, UsableCores usable, long wallNanos) {
    double factor = oneAtATime / (double) Math.max(1, wallNanos);
    int threads = plan.workers() + helpers.threads();
    return new SpeedUp(
        oneAtATime,
        factor,
        Loop.turn(plan).isPresent()
            ? OptionalDouble.empty()
            : OptionalDouble.of(factor / Math.min(threads, usable.count())));
  }
}
