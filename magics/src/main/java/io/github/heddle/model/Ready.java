package io.github.heddle.model;

import java.util.Optional;

/// A virtual thread that can go on and waits for a carrier. That of a task's own thread is used
/// again and again; what it holds is handed on with it through the queue.
final class Ready {
  private final Strand strand;
  private final Runnable continuation;
  private long sinceNanos;

  Ready(Strand strand, Runnable continuation) {
    this.strand = strand;
    this.continuation = continuation;
  }

  Strand strand() {
    return strand;
  }

  /// The thread, as far as it can be told.
  Optional<Thread> thread() {
    return strand.isMain(this)
        ? Optional.of(strand.thread())
        : OwnScheduler.continuedBy(continuation);
  }

  boolean isOf(Runnable other) {
    return continuation.equals(other);
  }

  /// Mounts the thread on the calling one until it can no longer go on.
  void goOn() {
    continuation.run();
  }

  void since(long nanos) {
    sinceNanos = nanos;
  }

  /// Since when it can go on.
  long sinceNanos() {
    return sinceNanos;
  }
}
