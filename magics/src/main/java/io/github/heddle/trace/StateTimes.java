package io.github.heddle.trace;

/// How long tasks were in each state, in nanoseconds, summed over tasks.
public record StateTimes(long running, long ready, long waiting, long locked) {
  public static final StateTimes ZERO = new StateTimes(0, 0, 0, 0);

  /// The sum of both, state by state.
  public StateTimes plus(StateTimes other) {
    return new StateTimes(
        running + other.running,
        ready + other.ready,
        waiting + other.waiting,
        locked + other.locked);
  }

  /// All states together: the time tasks were under way.
  public long total() {
    return running + ready + waiting + locked;
  }
}
