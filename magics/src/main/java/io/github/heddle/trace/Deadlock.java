package io.github.heddle.trace;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Threads that waited for each other in a circle.
///
/// @param circle each waits for a lock that the next one holds; the last one for the first
/// @param foundNanos when it was found, since the first task was submitted
public record Deadlock(List<Party> circle, long foundNanos) {
  public Deadlock {
    circle = List.copyOf(circle);
  }

  /// A thread in the circle.
  ///
  /// @param thread its name
  /// @param task the task it ran, or that started it
  /// @param waitsFor the lock, as people would name it
  /// @param place where it waits, such as `cell 4, line 2`
  public record Party(String thread, OptionalInt task, String waitsFor, Optional<String> place) {}
}
