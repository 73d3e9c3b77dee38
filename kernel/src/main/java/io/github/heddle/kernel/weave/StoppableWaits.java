package io.github.heddle.kernel.weave;

import io.github.heddle.scope.Scope;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// What woven classes call in place of methods that wait and take no notice of an interrupt.
public final class StoppableWaits {
  private StoppableWaits() {}

  /// In place of [CompletableFuture#join]: does the same, but a thread that is to end ends.
  public static @Nullable Object join(CompletableFuture<?> future) {
    boolean interrupted = false;
    while (!future.isDone()) {
      interrupted |= awaitUntilInterrupted(future);
      if (Scope.endsCurrentThread()) {
        throw new CellStopped();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return future.join();
  }

  /// How it ended is not asked here.
  private static boolean awaitUntilInterrupted(CompletableFuture<?> future) {
    try {
      Object _ = future.get();
      return false;
    } catch (InterruptedException e) {
      return true;
    } catch (ExecutionException | CancellationException ended) {
      return false;
    }
  }
}
