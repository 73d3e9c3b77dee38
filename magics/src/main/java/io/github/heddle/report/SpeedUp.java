package io.github.heddle.report;

import io.github.heddle.plan.Plan;
import io.github.heddle.trace.StateTimes;
import io.github.heddle.trace.Trace;
import io.github.heddle.trace.UsableCores;
import java.util.Optional;

/// How much faster a run was than the same tasks one after the other.
///
/// @param oneAtATimeNanos the time tasks were running or waiting for I/O or sleep, summed over
///   tasks; waits for a core or a lock are left out, as a lone task would not have them
/// @param factor one at a time / wall
/// @param efficiency factor / min(workers, usable cores)
public record SpeedUp(long oneAtATimeNanos, double factor, double efficiency) {

  /// The speed-up of a run; empty where states were not measured or nothing ran.
  static Optional<SpeedUp> of(Plan plan, Trace trace) {
    StateTimes states = trace.states();
    long oneAtATime = states.running() + states.waiting();
    if (!trace.statesMeasured() || oneAtATime == 0 || trace.wallNanos() == 0) {
      return Optional.empty();
    }
    return Optional.of(over(oneAtATime, plan, trace.usable(), trace.wallNanos()));
  }

  /// The speed-up of a run over that time.
  static SpeedUp over(long oneAtATime, Plan plan, UsableCores usable, long wallNanos) {
    double factor = oneAtATime / (double) Math.max(1, wallNanos);
    double atOnce = Math.min(plan.workers(), usable.count());
    return new SpeedUp(oneAtATime, factor, factor / atOnce);
  }
}
