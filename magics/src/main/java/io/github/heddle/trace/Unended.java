package io.github.heddle.trace;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A task that has begun and not ended, as it was at a moment of its own: while tasks go on, no
/// moment is the same for all of them.
///
/// @param atNanos the moment, since the first task was submitted
/// @param times how long it had been in each state
/// @param closed the slices of its lane until then, where it has one
/// @param open the state it was in, since when; empty where it has just changed
public record Unended(
    int task, long atNanos, StateTimes times, List<Slice> closed, Optional<Slice> open) {
  public Unended {
    closed = List.copyOf(closed);
  }

  /// Whether it was mounted before.
  public boolean begun() {
    return times.total() > 0 || open.isPresent();
  }

  /// The slices of its lane, and that of the state it was in.
  Stream<Slice> slices(int lane) {
    return Stream.concat(
        closed.stream(),
        open.stream().map(s -> new Slice(lane, task, 1, s.state(), s.startNanos(), s.endNanos())));
  }
}
