package io.github.heddle.sampling;

import io.github.heddle.trace.Deadlock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;

/// A deadlock with the threads themselves, for whoever ends it.
///
/// @param members in the order of the circle
public record FoundDeadlock(Deadlock deadlock, List<Member> members) {
  public FoundDeadlock {
    members = List.copyOf(members);
  }

  /// A thread of the circle.
  ///
  /// @param task the task that it works for
  /// @param stack where it waits
  /// @param waitsFor the lock; empty for a monitor, which cannot be taken from its holder
  public record Member(
      Thread thread,
      OptionalInt task,
      List<StackTraceElement> stack,
      Optional<AbstractOwnableSynchronizer> waitsFor) {
    public Member {
      stack = List.copyOf(stack);
    }
  }
}
