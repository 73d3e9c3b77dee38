package io.github.heddle;

import io.github.heddle.task.Work;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Models to be compared and the elements that tasks are for. Immutable.
public record ComparerOver<T>(Comparer comparer, List<T> elements) {
  /// Runs the body once for each element, under each model, and blocks until all tasks have ended.
  public <R extends @Nullable Object> Comparison<R> run(RunnerOver.Body<T, R> body) {
    return comparer.run(new Work<T, R>(Optional.of(elements), (_, item) -> body.run(item)));
  }

  /// The same for a body that gives no result.
  public Comparison<?> forEach(RunnerOver.Action<T> body) {
    return this.<@Nullable Void>run(item -> {
      body.run(item);
      return null;
    });
  }
}
