package io.github.heddle.model;

import io.github.heddle.scope.Scope;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The virtual threads of a run that can go on, first come, first served. Any thread may add; the
/// carriers take.
final class Agenda {
  private final ConcurrentLinkedQueue<Ready> queue = new ConcurrentLinkedQueue<>();

  /// One permit for each entry of the queue, and many when it is closed.
  private final Semaphore entries = new Semaphore(0);

  private final Scope outer;
  private final String run;
  private final AtomicBoolean servedElsewhere = new AtomicBoolean();
  private volatile long originNanos;
  private volatile boolean closed;

  /// @param outer what the run is part of; threads that outlive the run go on there
  /// @param run what the run is called
  Agenda(Scope outer, String run) {
    this.outer = outer;
    this.run = run;
  }

  /// The first task is submitted now: times count from here.
  void open(long nanos) {
    originNanos = nanos;
  }

  /// Nanoseconds since the first task was submitted.
  long now() {
    return at(System.nanoTime());
  }

  /// The same of another moment of `System.nanoTime`.
  long at(long nanos) {
    return nanos - originNanos;
  }

  /// A thread can go on. May be called on any thread, virtual ones included.
  void add(Ready ready) {
    synchronized (ready.strand().track()) {
      long now = now();
      ready.since(now);
      ready.strand().track().queued(now);
    }
    queue.add(ready);
    entries.release();
    if (closed) {
      goOnElsewhere();
    }
  }

  /// The next one; waits for it.
  ///
  /// @return nothing when there will be no more
  /// @throws InterruptedException where the run was stopped; there may be more to take
  @Nullable Ready take() throws InterruptedException {
    entries.acquire();
    return closed ? null : queue.poll();
  }

  /// Since when the one that is next has waited.
  OptionalLong oldest() {
    Ready next = queue.peek();
    return next == null ? OptionalLong.empty() : OptionalLong.of(next.sinceNanos());
  }

  /// How many wait.
  int size() {
    return entries.availablePermits();
  }

  /// The carriers end. What tasks started and left behind goes on nevertheless.
  ///
  /// @param carriers how many may be waiting
  void close(int carriers) {
    closed = true;
    entries.release(carriers);
    goOnElsewhere();
  }

  /// On one thread, which is there as long as there is something to do.
  private void goOnElsewhere() {
    if (!queue.isEmpty() && servedElsewhere.compareAndSet(false, true)) {
      outer.thread("left behind by " + run, this::serveRest).start();
    }
  }

  private void serveRest() {
    for (Ready left = queue.poll(); left != null; left = queue.poll()) {
      left.goOn();
    }
    servedElsewhere.set(false);
    // one may have come between the last look and now
    goOnElsewhere();
  }
}
