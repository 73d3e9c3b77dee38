package io.github.heddle.trace;

import java.util.Optional;

/// A stretch in which one task kept its carrier, such as the event loop, while other tasks were
/// ready to run on it. Times are nanoseconds since the first task was submitted.
///
/// @param startNanos when the first of the others was ready
/// @param others how many were ready in the end
/// @param pinned whether the task did not compute but waited without being able to leave its
///   carrier
/// @param place where in the cell it was then, such as `cell 4, line 2`, where that was seen
public record Hold(
    int task, long startNanos, long endNanos, int others, boolean pinned, Optional<String> place) {
  /// How long it lasted.
  public long nanos() {
    return endNanos - startNanos;
  }
}
