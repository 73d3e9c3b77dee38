package io.github.heddle.plan;

import io.github.heddle.trace.UsableCores;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// What a run will do, all defaults filled in and everything checked.
///
/// @param model the model's name, such as `threads`
/// @param tasks how many tasks there are, 0 where there is no element
/// @param workers how many workers run them, at least 1, never more than there are tasks
/// @param timeout when the whole run is ended, counted from the first task submitted
/// @param jvm what worker processes are to be like
public record Plan(
    String model,
    int tasks,
    int workers,
    Optional<Duration> timeout,
    OnError onError,
    WorkerJvm jvm) {
  /// A plan for workers of the usual kind.
  public Plan(String model, int tasks, int workers, Optional<Duration> timeout, OnError onError) {
    this(model, tasks, workers, timeout, onError, WorkerJvm.DEFAULT);
  }

  /// Fills in what was not said: the model's usual number of workers, and one task for each element
  /// or, without elements, for each worker.
  ///
  /// @param elements how many elements there are, where the run is over elements
  /// @throws IllegalArgumentException with a sentence for the user, where there are too many
  public static Plan of(
      ModelProfile model, Request request, OptionalInt elements, UsableCores cores) {
    int pool = request.workers().orElseGet(() -> model.defaultWorkers().applyAsInt(cores));
    int tasks = elements.orElseGet(() -> request.tasks().orElse(pool));
    if (tasks > Request.MOST_TASKS) {
      throw new IllegalArgumentException(
          "%,d elements are too many for one run, which may have %,d tasks"
              .formatted(tasks, Request.MOST_TASKS));
    }
    int workers = Math.clamp(tasks, 1, pool);
    return new Plan(
        model.name(), tasks, workers, request.timeout(), request.onError(), request.jvm());
  }
}
