package io.github.heddle.kernel.evaluation;

import io.github.heddle.scope.Scope;
import io.github.heddle.scope.Undisturbed;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// Keeps a stop away from what must not be cut short: an interrupt while the compiler reads a jar
/// closes that jar for ever, and no later cell would find its classes. Code of a cell's scope is
/// run on a thread `heddle-compiler` of its own; the calling thread waits, and finds its interrupt
/// afterwards.
final class Shielded {
  private Shielded() {}

  /// Runs the code to its end; what it throws is thrown here.
  static <T> T call(Supplier<T> body) {
    if (Scope.current().isEmpty()) {
      return body.get();
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread = Scope.outside("heddle-compiler", () -> complete(result, body));
    thread.start();
    Undisturbed.run(thread::join);
    return outcome(result);
  }

  // A boundary between threads: whatever is thrown goes to the thread that asked.
  private static <T> void complete(CompletableFuture<T> result, Supplier<T> body) {
    try {
      result.complete(body.get());
    } catch (Throwable thrown) {
      result.completeExceptionally(thrown);
    }
  }

  private static <T> T outcome(CompletableFuture<T> result) {
    try {
      return result.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException unchecked -> throw unchecked;
        case Error error -> throw error;
        case null, default -> throw e;
      }
    }
  }
}
