package io.github.heddle.report;

import io.github.heddle.trace.Helpers;
import io.github.heddle.trace.State;
import io.github.heddle.trace.StateTimes;
import io.github.heddle.trace.Trace;
import java.util.Optional;

/// The share of task time in each state, 0 to 1; together 1.
///
/// @param totalNanos the time tasks were under way, summed over tasks, that these are shares of
public record Shares(
    long totalNanos, double running, double ready, double waiting, double locked, double sending) {

  /// The shares of a run; empty where states were not measured or no task took any time.
  static Optional<Shares> of(Trace trace) {
    StateTimes times = trace.states();
    double total = times.total();
    return trace.statesMeasured() && total > 0
        ? Optional.of(
            new Shares(
                times.total(),
                times.running() / total,
                times.ready() / total,
                times.waiting() / total,
                times.locked() / total,
                times.sending() / total))
        : Optional.empty();
  }

  /// The share of one state; 0 for states in which a task's own time is not counted.
  public double of(State state) {
    return switch (state) {
      case RUNNING -> running;
      case READY -> ready;
      case WAITING -> waiting;
      case LOCKED -> locked;
      case STARTING -> sending;
      case FAILED -> 0;
    };
  }

  /// What kind of work the tasks did. Waiting for a core says nothing about the work, so it is left
  /// out.
  public Kind kind() {
    return kind(running, waiting);
  }

  /// The same with what other threads did for the tasks, as waiting for them is no waiting, and
  /// without waits for the garbage collector, which say nothing about the work either.
  ///
  /// @param pausedNanos how long tasks waited for the garbage collector
  Kind kind(Helpers helpers, long pausedNanos) {
    return kind(computed(helpers), waited(helpers, pausedNanos));
  }

  /// How long tasks and the threads that worked for them computed, beside the time of the tasks.
  double computed(Helpers helpers) {
    return running + helpers.runningNanos() / (double) totalNanos;
  }

  /// How long tasks waited, but for such threads and for the garbage collector.
  double waited(Helpers helpers, long pausedNanos) {
    return Math.max(0, waiting - (helpers.waitedForNanos() + pausedNanos) / (double) totalNanos);
  }

  private Kind kind(double computed, double waited) {
    double work = computed + waited + locked;
    if (work <= 0) {
      return Kind.UNKNOWN;
    } else if (locked / work >= Kind.LOCK_BOUND.least()) {
      return Kind.LOCK_BOUND;
    } else if (computed / work >= Kind.CPU_BOUND.least()) {
      return Kind.CPU_BOUND;
    } else {
      return waited / work >= Kind.IO_BOUND.least() ? Kind.IO_BOUND : Kind.MIXED;
    }
  }
}
