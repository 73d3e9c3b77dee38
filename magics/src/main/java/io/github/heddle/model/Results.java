package io.github.heddle.model;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// Waits for what another thread does for the calling one.
final class Results {
  private Results() {}

  /// The result, or what was thrown; an interrupt of the calling thread ends the work.
  static <R extends @Nullable Object> R of(FutureTask<R> work) throws Exception {
    try {
      return work.get();
    } catch (InterruptedException stopped) {
      work.cancel(true);
      throw stopped;
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case Exception exception -> throw exception;
        case Error error -> throw error;
        case null, default -> throw failed;
      }
    }
  }
}
