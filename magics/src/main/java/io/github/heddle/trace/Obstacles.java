package io.github.heddle.trace;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What kept tasks of a run from going on, as far as it was seen.
///
/// @param holds stretches in which one task kept others from their carrier, the longest first
/// @param lockWaits what tasks waited for locks, the longest in all first
/// @param deadlock tasks that waited for each other for ever, and were ended
/// @param replacements worker processes that ended and were replaced, by lane
/// @param betweenTasksNanos how long workers waited for a core while they had no task; 0 where that
///   is not known
public record Obstacles(
    List<Hold> holds,
    List<LockWait> lockWaits,
    Optional<Deadlock> deadlock,
    List<Replacement> replacements,
    long betweenTasksNanos) {
  /// Nothing was in the way.
  public static final Obstacles NONE = new Obstacles(List.of(), List.of(), Optional.empty());

  /// Where no worker was replaced, and none waited for a core between tasks.
  public Obstacles(List<Hold> holds, List<LockWait> lockWaits, Optional<Deadlock> deadlock) {
    this(holds, lockWaits, deadlock, List.of(), 0);
  }

  public Obstacles {
    holds = List.copyOf(holds);
    lockWaits = List.copyOf(lockWaits);
    replacements = List.copyOf(replacements);
  }

  /// The same with workers that were replaced.
  Obstacles with(List<Replacement> replaced) {
    return new Obstacles(holds, lockWaits, deadlock, replaced, betweenTasksNanos);
  }

  /// The same with what workers waited for a core between tasks.
  ///
  /// @param workers how long they did in all, where it is known
  /// @param inTasks how long while they had a task
  Obstacles betweenTasks(OptionalLong workers, long inTasks) {
    long between = Math.max(0, workers.orElse(inTasks) - inTasks);
    return new Obstacles(holds, lockWaits, deadlock, replacements, between);
  }
}
