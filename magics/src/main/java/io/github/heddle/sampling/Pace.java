package io.github.heddle.sampling;

/// When to sample: often while a run is short, more seldom the longer it lasts, and never so often
/// that sampling takes more than its share of the cores. Pure; all times in nanoseconds.
final class Pace {
  private static final long SHORTEST = 1_000_000;
  private static final long LONGEST = 4_600_000;

  /// Linux may wake a sampler up to so much earlier than that: when its clock ticks. That comes in
  /// time where it does so 250 or 1,000 times a second, seldom at other rates.
  static final long SLACK = 800_000;

  private static final int SAMPLES_OF_A_SHORT_RUN = 50;

  /// Where there is no thread to look at, only the machine and the memory.
  private static final long OF_NO_THREADS = 25_000_000;

  /// Less than a hundredth: looks at stacks have the rest, and whoever is interrupted by a sample
  /// loses a little more than the sample takes.
  private static final int SHARE = 200;

  /// A thread costs some microseconds with every sample. Whatever samples cost above that they cost
  /// only now: to wait for longer would make the sampler blind. With eight threads or fewer they
  /// are no rarer than in a long run.
  private static final long LONGEST_PAUSE_PER_THREAD = 575_000;

  private final double cores;
  private final RecentCosts costs = new RecentCosts();
  private long longest = LONGEST;
  private long interval = SHORTEST;

  /// Of one thread.
  Pace() {
    this(1);
  }

  /// @param cores how many the run may use; with as many threads it does
  Pace(double cores) {
    this.cores = cores;
  }

  /// Every other sample was left out: from now on there are half as many.
  void halve() {
    longest *= 2;
  }

  /// A sample was taken.
  ///
  /// @param spent CPU time of that sample
  void sampled(long spent) {
    costs.add(spent);
  }

  /// How long to wait for the next sample.
  ///
  /// @param elapsed since the first sample
  /// @param threads how many are looked at
  long next(long elapsed, int threads) {
    long meant = Math.clamp(elapsed / SAMPLES_OF_A_SHORT_RUN, SHORTEST, longest);
    long fair = Math.round(SHARE * costs.cheapest() / Math.clamp(cores, 1, Math.max(1, threads)));
    long due = Math.min(fair, threads * LONGEST_PAUSE_PER_THREAD);
    interval = Math.max(meant, due);
    return threads == 0 ? Math.max(interval, OF_NO_THREADS) : interval;
  }

  /// The interval meant last, for threads if there are any.
  long interval() {
    return interval;
  }
}
