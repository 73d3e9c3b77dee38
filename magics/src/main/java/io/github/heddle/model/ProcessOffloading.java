package io.github.heddle.model;

import io.github.heddle.scope.LoopBreaker;
import io.github.heddle.scope.Scope;
import io.github.heddle.task.Call;
import org.jspecify.annotations.Nullable;

/// Does parts of a task's work in worker processes: a service of the scopes of runs whose tasks
/// share a thread.
public interface ProcessOffloading {
  /// Does the work and waits for it.
  ///
  /// @throws InterruptedException if the calling thread is interrupted while it waits; the process
  ///   is then ended
  /// @throws io.github.heddle.ship.NotShippable where work or result cannot be sent
  /// @throws io.github.heddle.worker.WorkerEnded where the process ended with the work
  /// @throws Exception what the work threw
  <R extends @Nullable Object> R call(Call<R> work) throws Exception;

  /// That of the run that the calling thread belongs to; elsewhere a worker process for each call.
  static ProcessOffloading here() {
    Scope scope = Scope.current().orElseGet(() -> Scope.root("offload", LoopBreaker.NONE));
    return scope.services().get(ProcessOffloading.class).orElseGet(() -> onNewThreadOf(scope));
  }

  private static ProcessOffloading onNewThreadOf(Scope scope) {
    return new ProcessOffloading() {
      @Override
      public <R extends @Nullable Object> R call(Call<R> work) throws Exception {
        ProcessCall<R> call = new ProcessCall<>(work, scope);
        scope.thread("offload to a process", call).start();
        return Results.of(call);
      }
    };
  }
}
