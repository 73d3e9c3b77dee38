package io.github.heddle.model;

import io.github.heddle.scope.Scope;
import io.github.heddle.task.Call;
import org.jspecify.annotations.Nullable;

/// The worker processes of one run that do parts of tasks' work, each with a lane of its own.
final class OffloadProcesses implements ProcessOffloading {
  private final OffloadPool<ProcessCall<?>> pool;

  OffloadProcesses(OffloadPool.Range lanes, Agenda agenda) {
    pool = new OffloadPool<>(lanes, agenda, (lane, jobs) -> new OffloadProcess(lane, jobs, agenda));
  }

  OffloadPool<ProcessCall<?>> pool() {
    return pool;
  }

  @Override
  public <R extends @Nullable Object> R call(Call<R> work) throws Exception {
    ProcessCall<R> call = new ProcessCall<>(work, Scope.current().orElseThrow());
    pool.add(call);
    return Results.of(call);
  }
}
