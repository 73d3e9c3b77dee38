package io.github.heddle.model;

import io.github.heddle.scope.LoopBreaker;
import io.github.heddle.scope.Scope;
import io.github.heddle.task.Call;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// Does parts of a task's work elsewhere: a service of the scopes of runs whose tasks share a
/// thread.
public interface Offloading {
  /// Does the work and waits for it.
  ///
  /// @throws InterruptedException if the calling thread is interrupted while it waits; the work is
  ///   then interrupted, too
  /// @throws Exception what the work threw
  <R extends @Nullable Object> R call(Call<R> work) throws Exception;

  /// That of the run that the calling thread belongs to; elsewhere a new thread for each call.
  static Offloading here() {
    Scope scope = Scope.current().orElseGet(() -> Scope.root("offload", LoopBreaker.NONE));
    return scope.services().get(Offloading.class).orElseGet(() -> onNewThreadOf(scope));
  }

  private static Offloading onNewThreadOf(Scope scope) {
    return new Offloading() {
      @Override
      public <R extends @Nullable Object> R call(Call<R> work) throws Exception {
        FutureTask<R> future = new FutureTask<>(work::call);
        scope.thread("offload", future).start();
        return Results.of(future);
      }
    };
  }
}
