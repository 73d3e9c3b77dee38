package io.github.heddle;

import io.github.heddle.plan.OnError;
import io.github.heddle.task.Work;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A runner and the elements that its tasks are for. Immutable.
public record RunnerOver<T>(Runner runner, List<T> elements) {
  /// The work of one task of those that are for an element.
  @FunctionalInterface
  public interface Body<T, R extends @Nullable Object> extends Serializable {
    /// Does the work of one task.
    ///
    /// @param item the element
    R run(T item) throws Throwable;
  }

  /// The work of one task of those that are for an element, where it gives no result.
  @FunctionalInterface
  public interface Action<T> extends Serializable {
    /// Does the work of one task.
    ///
    /// @param item the element
    void run(T item) throws Throwable;
  }

  /// A time limit for the whole run, counted from the first task submitted.
  public RunnerOver<T> timeout(Duration limit) {
    return new RunnerOver<>(runner.timeout(limit), elements);
  }

  /// What to do when a task fails; without it all tasks are run.
  public RunnerOver<T> onError(OnError reaction) {
    return new RunnerOver<>(runner.onError(reaction), elements);
  }

  /// So many measured runs, reported as one: the median, and how far they spread.
  public RunnerOver<T> repeat(int runs) {
    return new RunnerOver<>(runner.repeat(runs), elements);
  }

  /// So many runs before those that are measured.
  public RunnerOver<T> warmup(int runs) {
    return new RunnerOver<>(runner.warmup(runs), elements);
  }

  /// Runs the body once for each element and blocks until all tasks have ended. Tasks that fail are
  /// outcomes of the run; they do not throw here.
  public <R extends @Nullable Object> Run<R> run(Body<T, R> body) {
    return runner.run(new Work<T, R>(Optional.of(elements), (_, item) -> body.run(item)));
  }

  /// The same for a body that gives no result.
  public Run<?> forEach(Action<T> body) {
    return this.<@Nullable Void>run(item -> {
      body.run(item);
      return null;
    });
  }
}
