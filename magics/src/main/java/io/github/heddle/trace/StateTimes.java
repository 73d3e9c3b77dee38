package io.github.heddle.trace;

/// How long tasks were in each state, in nanoseconds, summed over tasks.
///
/// @param sending how long elements and results were on their way between processes; before and
///   after a task, not part of its own time
public record StateTimes(long running, long ready, long waiting, long locked, long sending) {
  public static final StateTimes ZERO = new StateTimes(0, 0, 0, 0, 0);

  /// The sum of both, state by state.
  public StateTimes plus(StateTimes other) {
    return new StateTimes(
        running + other.running,
        ready + other.ready,
        waiting + other.waiting,
        locked + other.locked,
        sending + other.sending);
  }

  /// All states together: the time tasks, their elements and their results were under way.
  public long total() {
    return running + ready + waiting + locked + sending;
  }
}
