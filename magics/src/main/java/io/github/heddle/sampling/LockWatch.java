package io.github.heddle.sampling;

import io.github.heddle.sampling.ThreadProbe.Doing;

/// How much of the time between two samples a thread waited for a lock, judged by what it did at
/// both. Pure.
final class LockWatch {
  private Doing before = Doing.RUNNING;
  private long lockedNanos;

  /// Adds the time since the last sample.
  ///
  /// @param idleNanos how long the thread neither ran nor waited for a core since the last sample
  /// @param now what it does at this sample
  /// @return how long it has waited for locks in all
  long add(long idleNanos, Doing now) {
    lockedNanos += Math.round(Math.max(0, idleNanos) * share(now));
    before = now;
    return lockedNanos;
  }

  /// A thread that ran at one of the samples and waited for a lock at the other did not wait for
  /// anything else in between, as far as can be told.
  private double share(Doing now) {
    boolean locked = now == Doing.LOCKED || before == Doing.LOCKED;
    boolean waited = now == Doing.WAITING || before == Doing.WAITING;
    return locked ? (waited ? 0.5 : 1) : 0;
  }
}
