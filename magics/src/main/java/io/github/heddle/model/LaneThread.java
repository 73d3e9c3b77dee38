package io.github.heddle.model;

import io.github.heddle.scope.Scope;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// The thread of a lane. It may be asked to end before it has been started, by another thread: then
/// it is waited for.
final class LaneThread {
  private final CompletableFuture<Thread> started = new CompletableFuture<>();

  /// Makes and starts it as one of the run.
  void start(Scope run, String name, Runnable work) {
    Thread thread = run.thread(name, work);
    started.complete(thread);
    thread.start();
  }

  void interrupt() {
    started.join().interrupt();
  }

  void join(Duration patience) throws InterruptedException {
    started.join().join(patience);
  }
}
