package io.github.heddle.trace;

import java.util.Optional;

/// A stretch of a lane in one state. Times are nanoseconds since the first task was submitted.
/// Slices of a lane never overlap.
///
/// @param task the task's number; where `tasks` is more than 1, the first of them
/// @param tasks how many tasks the slice stands for: 1, or more where short tasks were folded
///   together
/// @param place the line of code where the task was meanwhile; empty where that was not seen
public record Slice(
    int lane,
    int task,
    int tasks,
    State state,
    long startNanos,
    long endNanos,
    Optional<Place> place) {
  public Slice {
    if (endNanos < startNanos || tasks < 1) {
      throw new IllegalArgumentException("no such slice: " + startNanos + ".." + endNanos);
    }
  }

  /// A slice during which nobody looked where the task was.
  public Slice(int lane, int task, int tasks, State state, long startNanos, long endNanos) {
    this(lane, task, tasks, state, startNanos, endNanos, Optional.empty());
  }

  /// The same slice, in that place.
  public Slice at(Optional<Place> seen) {
    return new Slice(lane, task, tasks, state, startNanos, endNanos, seen);
  }

  /// What of it was before that moment.
  Slice until(long nanos) {
    return new Slice(lane, task, tasks, state, startNanos, nanos, place);
  }

  /// How long it lasted.
  public long nanos() {
    return endNanos - startNanos;
  }
}
