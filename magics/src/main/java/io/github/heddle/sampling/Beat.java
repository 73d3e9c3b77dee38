package io.github.heddle.sampling;

/// When something is due that is done again and again: to be late once does not put off what
/// follows, and what was missed is not made up for. Pure; in nanoseconds.
final class Beat {
  private long due;

  /// @param now when it was done first
  Beat(long now) {
    due = now;
  }

  /// How long to wait until it is done again.
  ///
  /// @param interval from the moment at which it was due last
  long pause(long now, long interval) {
    due = Math.max(due + interval, now + interval / 2);
    return due - now;
  }
}
