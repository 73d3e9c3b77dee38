package io.github.heddle.trace;

/// A stretch of a lane in one state. Times are nanoseconds since the first task was submitted.
/// Slices of a lane never overlap.
///
/// @param task the task's number; where `tasks` is more than 1, the first of them
/// @param tasks how many tasks the slice stands for: 1, or more where short tasks were folded
///   together
public record Slice(int lane, int task, int tasks, State state, long startNanos, long endNanos) {
  public Slice {
    if (endNanos < startNanos || tasks < 1) {
      throw new IllegalArgumentException("no such slice: " + startNanos + ".." + endNanos);
    }
  }

  /// How long it lasted.
  public long nanos() {
    return endNanos - startNanos;
  }
}
