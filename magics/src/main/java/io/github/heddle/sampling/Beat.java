package io.github.heddle.sampling;

/// When something is due that is done again and again: to be late once does not put off what
/// follows, and what was missed is not made up for; what was done early is done early again. Pure;
/// in nanoseconds.
final class Beat {
  private final long slack;
  private long due;

  /// @param now when it was done first
  /// @param slack how much later than asked whoever waits may be woken; it is asked for so much
  ///   earlier
  Beat(long now, long slack) {
    this.due = now;
    this.slack = slack;
  }

  /// How long to wait, at least, until it is done again.
  ///
  /// @param interval from the moment at which it was due last, or was done if that was earlier
  long pause(long now, long interval) {
    due = Math.max(Math.min(due, now) + interval, now + interval / 2);
    long left = due - now;
    return Math.max(left - slack, left / 2);
  }
}
