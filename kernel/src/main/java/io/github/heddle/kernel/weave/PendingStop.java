package io.github.heddle.kernel.weave;

import io.github.heddle.scope.Scope;
import java.time.Duration;

/// A stop whose threads may not all have met a check yet. Any thread.
final class PendingStop {
  /// The threads of a scope that are alive are looked up no more often than this.
  private static final long BETWEEN_LOOKS = Duration.ofMillis(1).toNanos();

  /// Virtual threads cannot be looked up: this long after the last of them met a check, none is
  /// left.
  private static final long GRACE = Duration.ofMillis(50).toNanos();

  /// A thread that was interrupted and still waits after so long is an idle worker of a pool.
  private static final long TO_WAKE_UP = Duration.ofMillis(500).toNanos();

  /// A thread that met no check for so long hangs in code that has none, and would make the loops
  /// of all later cells slow for ever.
  private static final long PATIENCE = Duration.ofSeconds(10).toNanos();

  private final Scope scope;
  private final long began;
  private volatile long lastLook;
  private volatile boolean holdsPool = true;

  PendingStop(Scope scope, long now) {
    this.scope = scope;
    this.began = now;
    this.lastLook = now;
  }

  /// Whether it is the stop of that scope.
  boolean concerns(Scope stopped) {
    return scope.equals(stopped);
  }

  /// Whether the workers of the common pool count as part of what is stopped.
  boolean holdsPool() {
    return holdsPool;
  }

  /// They work for others now.
  void leavePool() {
    holdsPool = false;
  }

  /// Whether no thread is left that has to meet a check.
  ///
  /// @param met when a thread last met a check because of a stop, or was stopped
  boolean over(long now, long met) {
    if (now - lastLook < BETWEEN_LOOKS || now - met < GRACE) {
      return false;
    }
    lastLook = now;
    boolean wokenUp = now - began > TO_WAKE_UP;
    return now - began > PATIENCE
        || scope.endingThreads().stream()
            .allMatch(each -> StopChecks.commonPool(each) || (wokenUp && waits(each)));
  }

  private static boolean waits(Thread thread) {
    return switch (thread.getState()) {
      case WAITING, TIMED_WAITING, TERMINATED -> true;
      case NEW, RUNNABLE, BLOCKED -> false;
    };
  }
}
