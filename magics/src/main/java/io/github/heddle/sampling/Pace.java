package io.github.heddle.sampling;

/// When to sample: often while a run is short, more seldom the longer it lasts, and never so often
/// that sampling takes more than its share of a core. Pure; all times in nanoseconds.
final class Pace {
  private static final long SHORTEST = 1_000_000;
  private static final long LONGEST = 5_000_000;
  private static final int SAMPLES_OF_A_SHORT_RUN = 50;
  private static final int SHARE = 100;
  private static final long CREDIT = 10_000_000;

  /// What was dear once must not make the sampler blind.
  private static final long LONGEST_PAUSE = 200_000_000;

  private long longest = LONGEST;
  private long interval = SHORTEST;

  /// Every other sample was left out: from now on there are half as many.
  void halve() {
    longest *= 2;
  }

  /// How long to wait for the next sample.
  ///
  /// @param elapsed since the first sample
  /// @param spent CPU time of the sampling since then
  long next(long elapsed, long spent) {
    interval = Math.clamp(elapsed / SAMPLES_OF_A_SHORT_RUN, SHORTEST, longest);
    long debt = SHARE * (spent - CREDIT) - elapsed;
    return Math.max(interval, Math.min(debt, LONGEST_PAUSE));
  }

  /// The interval meant last.
  long interval() {
    return interval;
  }
}
