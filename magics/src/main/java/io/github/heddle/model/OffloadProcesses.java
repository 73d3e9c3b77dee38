package io.github.heddle.model;

import io.github.heddle.scope.Scope;
import io.github.heddle.task.Call;
import io.github.heddle.trace.CoreRuns;
import io.github.heddle.trace.Lane;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// The worker processes of one run that do parts of tasks' work, each with a lane of its own.
final class OffloadProcesses implements ProcessOffloading {
  private final OffloadPool<ProcessCall<?>> pool;

  /// Of each lane that there is.
  private final List<CoreRuns> cores = new CopyOnWriteArrayList<>();

  OffloadProcesses(OffloadPool.Range lanes, Agenda agenda) {
    pool = new OffloadPool<>(lanes, agenda, (lane, jobs) -> lane(lane, jobs, agenda));
  }

  private OffloadLane lane(Lane lane, OffloadPool<ProcessCall<?>> jobs, Agenda agenda) {
    CoreRuns own = new CoreRuns();
    cores.add(own);
    return new OffloadProcess(lane, jobs, own, agenda);
  }

  /// On which cores they ran.
  List<CoreRuns> cores() {
    return cores;
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
