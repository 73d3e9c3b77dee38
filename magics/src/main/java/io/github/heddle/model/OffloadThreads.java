package io.github.heddle.model;

import io.github.heddle.sampling.Sampler;
import io.github.heddle.task.Call;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// The platform threads of one run that do parts of tasks' work, each with a lane of its own.
final class OffloadThreads implements Offloading {
  private final OffloadPool<FutureTask<?>> pool;
  private final CompletableFuture<Sampler> sampler = new CompletableFuture<>();

  OffloadThreads(OffloadPool.Range lanes, Agenda agenda) {
    pool =
        new OffloadPool<>(
            lanes, agenda, (lane, jobs) -> new OffloadThread(lane, jobs, sampler, agenda));
  }

  OffloadPool<FutureTask<?>> pool() {
    return pool;
  }

  /// Its threads are to be seen by it.
  void sampledBy(Sampler running) {
    sampler.complete(running);
  }

  @Override
  public <R extends @Nullable Object> R call(Call<R> work) throws Exception {
    FutureTask<R> future = new FutureTask<>(work::call);
    pool.add(future);
    return Results.of(future);
  }
}
