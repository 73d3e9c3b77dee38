package io.github.heddle.trace;

import java.util.Optional;

/// A stretch of a lane in one state. Times are nanoseconds since the first task was submitted.
/// Slices of a lane never overlap.
///
/// @param task the task's number; where `tasks` is more than 1, the first of them; where it is 0,
///   the first of those that may be meant
/// @param tasks how many tasks the slice stands for: 1, or more where short tasks were folded
///   together; 0 where it is not known which
/// @param place the line of code where the task was meanwhile; empty where that was not seen
/// @param passage where it was before and after, where that was not seen but they were
public record Slice(
    int lane,
    int task,
    int tasks,
    State state,
    long startNanos,
    long endNanos,
    Optional<Place> place,
    Optional<Passage> passage) {
  public Slice {
    if (endNanos < startNanos || tasks < 0) {
      throw new IllegalArgumentException("no such slice: " + startNanos + ".." + endNanos);
    }
  }

  /// A slice during which nobody looked where the task was.
  public Slice(int lane, int task, int tasks, State state, long startNanos, long endNanos) {
    this(lane, task, tasks, state, startNanos, endNanos, Optional.empty(), Optional.empty());
  }

  /// Whether it is known which task it belongs to, or which they are.
  public boolean taskKnown() {
    return tasks > 0;
  }

  /// The same slice, in that place.
  public Slice at(Optional<Place> seen) {
    return new Slice(lane, task, tasks, state, startNanos, endNanos, seen, passage);
  }

  /// The same slice, between those places.
  public Slice between(Optional<Passage> seen) {
    return new Slice(lane, task, tasks, state, startNanos, endNanos, place, seen);
  }

  /// What is known of where the task was: `cell 4, line 2`, `cell 4, line 2 before, 5 after`.
  public Optional<String> whereabouts() {
    return place.map(Place::text).or(() -> passage.map(Passage::text));
  }

  /// What of it was before that moment.
  Slice until(long nanos) {
    return new Slice(lane, task, tasks, state, startNanos, nanos, place, passage);
  }

  /// How long it lasted.
  public long nanos() {
    return endNanos - startNanos;
  }
}
