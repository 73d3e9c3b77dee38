package io.github.heddle.scope;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;

/// Ends waits of `lock()`, which takes no notice of interrupts: the lock is taken from a holder
/// that has ended without giving it back, or is to end and itself waits for a lock for ever.
record LockWaits(ForcedRelease release) implements Unblocking {
  static Optional<Unblocking> available() {
    return ForcedRelease.available().map(LockWaits::new);
  }

  @Override
  public synchronized void unblock(Collection<Thread> waiting) {
    Set<Thread> toEnd = new HashSet<>(waiting);
    waiting.stream()
        .flatMap(thread -> ForcedRelease.waitedForBy(thread).stream())
        .distinct()
        .filter(lock -> abandoned(lock, toEnd))
        .findFirst()
        .ifPresent(release::release);
  }

  private boolean abandoned(AbstractOwnableSynchronizer lock, Set<Thread> toEnd) {
    return release
        .holder(lock)
        .filter(holder ->
            !holder.isAlive()
                || (toEnd.contains(holder) && ForcedRelease.waitedForBy(holder).isPresent()))
        .isPresent();
  }
}
