package io.github.heddle.picture;

import io.github.heddle.trace.State;
import java.util.Optional;

/// A rectangle in a row of the lanes. Times are nanoseconds since the first task was submitted.
///
/// @param row from 0, downwards
/// @param spots in which lines the tasks were meanwhile
/// @param numbered whether the task's number is written on it
/// @param item the element of its task, in a few words, where the run was over elements
/// @param place the line of the cell where the task was meanwhile, where that was seen
/// @param awaited what the task waits for that could go on, where that is not what is waited for in
///   its row
record Bar(
    int row,
    State state,
    long startNanos,
    long endNanos,
    Tasks tasks,
    Spots spots,
    boolean numbered,
    Optional<String> item,
    Optional<String> place,
    Optional<Awaited> awaited) {

  Bar(int row, State state, long startNanos, long endNanos, Tasks tasks, Spots spots) {
    this(
        row,
        state,
        startNanos,
        endNanos,
        tasks,
        spots,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  long nanos() {
    return endNanos - startNanos;
  }

  /// Whether the other goes on where this one ends, in the same state.
  boolean continuedBy(Bar other) {
    return row == other.row && state == other.state && endNanos == other.startNanos;
  }

  /// This and the one that continues it.
  Bar with(Bar next) {
    return new Bar(
        row, state, startNanos, next.endNanos, tasks.plus(next.tasks), spots.plus(next.spots));
  }

  Bar withNumber() {
    return new Bar(row, state, startNanos, endNanos, tasks, spots, true, item, place, awaited);
  }

  Bar noted(Optional<String> itsItem, Optional<String> itsPlace) {
    return new Bar(
        row, state, startNanos, endNanos, tasks, spots, numbered, itsItem, itsPlace, awaited);
  }

  Bar awaiting(Optional<Awaited> what) {
    return new Bar(row, state, startNanos, endNanos, tasks, spots, numbered, item, place, what);
  }
}
