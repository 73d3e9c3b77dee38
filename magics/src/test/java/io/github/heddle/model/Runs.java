package io.github.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.plan.OnError;
import io.github.heddle.plan.Plan;
import io.github.heddle.scope.LoopBreaker;
import io.github.heddle.scope.Scope;
import io.github.heddle.task.Ending;
import io.github.heddle.task.Outcome;
import io.github.heddle.task.TaskBody;
import io.github.heddle.task.Work;
import io.github.heddle.trace.TaskTable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One run under test: a model, how many tasks and workers, and its limits.
record Runs(
    Model model, int tasks, int workers, Optional<Duration> timeout, OnError onError, Watch watch) {
  static Runs of(Model model, int tasks, int workers) {
    return new Runs(model, tasks, workers, Optional.empty(), OnError.CONTINUE, Watch.NONE);
  }

  Runs timeout(Duration limit) {
    return new Runs(model, tasks, workers, Optional.of(limit), onError, watch);
  }

  Runs stopOnError() {
    return new Runs(model, tasks, workers, timeout, OnError.STOP, watch);
  }

  Runs watchedBy(Watch other) {
    return new Runs(model, tasks, workers, timeout, onError, other);
  }

  static Scope scope() {
    return Scope.root("test", LoopBreaker.NONE);
  }

  <R extends @Nullable Object> Execution<R> run(TaskBody<Integer, R> body) {
    return run(body, scope());
  }

  <R extends @Nullable Object> Execution<R> run(TaskBody<Integer, R> body, Scope scope) {
    return run(new Work<>(Optional.empty(), body), scope);
  }

  <T, R extends @Nullable Object> Execution<R> run(Work<T, R> work, Scope scope) {
    return model.run(new Plan(model.name(), tasks, workers, timeout, onError), work, scope, watch);
  }

  /// Models whose tasks see the memory of the test.
  static Stream<Model> sharingModels() {
    return Models.all().stream().filter(model -> !model.name().equals("processes"));
  }

  /// How the tasks ended, by number.
  static List<Ending> endings(Execution<?> execution) {
    List<Ending> endings = execution.outcomes().stream().map(Outcome::ending).toList();
    TaskTable table = execution.trace().tasks();
    assertThat(IntStream.range(0, table.count()).mapToObj(table::ending))
        .as("the table says the same")
        .isEqualTo(endings);
    return endings;
  }
}
