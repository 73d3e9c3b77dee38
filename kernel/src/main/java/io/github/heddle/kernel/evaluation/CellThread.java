package io.github.heddle.kernel.evaluation;

import io.github.heddle.scope.Scope;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// The thread on which the snippets of one cell run, one after the other: locks taken and
/// thread-locals set by one are still there for the next.
final class CellThread implements AutoCloseable {
  /// What came of running a snippet.
  sealed interface Ran {
    record Returned(@Nullable Object value) implements Ran {}

    record Threw(Throwable exception) implements Ran {}

    record Stopped() implements Ran {}
  }

  /// What is to be run; nothing, for the end.
  private final LinkedBlockingQueue<Optional<Runnable>> calls = new LinkedBlockingQueue<>();

  private final Scope scope;
  private volatile CompletableFuture<Ran> underWay = new CompletableFuture<>();

  private CellThread(Scope scope) {
    this.scope = scope;
  }

  /// Starts a thread of the scope.
  static CellThread start(Scope scope, ClassLoader loader) {
    CellThread cellThread = new CellThread(scope);
    Thread thread = scope.thread("cell", cellThread::work);
    thread.setContextClassLoader(loader);
    thread.start();
    return cellThread;
  }

  /// Runs the body on the cell's thread and waits until it ended or the scope was stopped, which
  /// ever is first; an interrupt of the calling thread is left pending.
  Ran run(Callable<@Nullable Object> body) {
    CompletableFuture<Ran> ran = new CompletableFuture<>();
    underWay = ran;
    if (scope.stopped()) {
      return new Ran.Stopped();
    }
    calls.add(Optional.of(() -> ran.complete(outcome(body))));
    Ran outcome = ran.join();
    return scope.stopped() ? new Ran.Stopped() : outcome;
  }

  /// Called after any scope was stopped, by the thread that stopped it.
  void wake() {
    if (scope.stopped()) {
      underWay.complete(new Ran.Stopped());
      calls.add(Optional.empty());
    }
  }

  // The one place where code of the user is called: whatever it throws is a result.
  private static Ran outcome(Callable<@Nullable Object> body) {
    try {
      return new Ran.Returned(body.call());
    } catch (InvocationTargetException wrapped) {
      return new Ran.Threw(wrapped.getTargetException());
    } catch (Throwable exception) {
      return new Ran.Threw(exception);
    }
  }

  private void work() {
    Optional<Runnable> call = next();
    while (call.isPresent()) {
      call.get().run();
      call = next();
    }
  }

  /// An interrupt that one snippet left pending is there for the next.
  private Optional<Runnable> next() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return scope.stopped() ? Optional.empty() : calls.take();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    calls.add(Optional.empty());
  }
}
