package io.github.heddle.trace;

import java.util.List;

/// How many tasks were in each state over time, for runs with more tasks than can be drawn one by
/// one.
///
/// @param binNanos how long a stretch lasts
/// @param bins in order, without gaps
public record InFlight(long binNanos, List<Bin> bins) {
  public InFlight {
    bins = List.copyOf(bins);
  }

  /// One stretch of time; numbers of tasks are averages over it.
  ///
  /// @param startNanos since the first task was submitted
  public record Bin(
      long startNanos,
      long endNanos,
      double running,
      double ready,
      double waiting,
      double locked) {}
}
