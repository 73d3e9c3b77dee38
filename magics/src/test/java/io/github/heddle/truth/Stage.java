package io.github.heddle.truth;

import io.github.heddle.Run;
import io.github.heddle.model.Execution;
import io.github.heddle.model.Model;
import io.github.heddle.model.Watch;
import io.github.heddle.plan.OnError;
import io.github.heddle.plan.Plan;
import io.github.heddle.scope.LoopBreaker;
import io.github.heddle.scope.Scope;
import io.github.heddle.scope.Services;
import io.github.heddle.task.Outcome;
import io.github.heddle.task.TaskBody;
import io.github.heddle.task.Work;
import io.github.heddle.worker.WarmWorkers;
import io.github.heddle.worker.WorkerCommand;
import java.util.List;
import java.util.Optional;

/// Where workloads are run, with worker processes that wait for the next one.
final class Stage implements AutoCloseable {
  private final WarmWorkers workers = new WarmWorkers(WorkerCommand.ofThisProcess());

  /// A run, and what its tasks say of it.
  record Performed(Run<long[]> run, Truth truth) {}

  Performed perform(Model model, Workload workload) {
    List<Step> steps = workload.steps();
    TaskBody<Integer, long[]> body = (_, _) -> Actor.perform(steps).numbers();
    boolean alone = model.name().equals("sequential") || model.name().equals("async");
    Plan plan =
        new Plan(
            model.name(),
            workload.tasks(),
            alone ? 1 : workload.workers(),
            Optional.empty(),
            OnError.CONTINUE);
    Scope scope =
        Scope.root("truth", LoopBreaker.NONE, Services.NONE.with(WarmWorkers.class, workers));
    long called = System.nanoTime();
    Execution<long[]> execution =
        model.run(plan, new Work<>(Optional.empty(), body), scope, Watch.NONE);
    long callNanos = System.nanoTime() - called;
    return new Performed(
        new Run<>(plan, execution.outcomes(), execution.trace()),
        new Truth(
            execution.outcomes().stream().map(Stage::testimony).toList(),
            (int) execution.outcomes().stream().filter(Outcome.Failed.class::isInstance).count(),
            callNanos - execution.trace().counters().startupNanos().orElseThrow()));
  }

  private static Testimony testimony(Outcome<long[]> outcome) {
    return switch (outcome) {
      case Outcome.Done<long[]>(long[] testimony) -> Testimony.of(testimony);
      case Outcome.Failed<long[]>(WitnessedFailure failure) -> failure.testimony();
      default -> throw new AssertionError("a task came to another end: " + outcome);
    };
  }

  @Override
  public void close() {
    workers.close();
  }
}
