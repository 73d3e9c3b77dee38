package io.github.heddle;

import io.github.heddle.task.Outcome;
import io.github.heddle.task.SameResult;
import io.github.heddle.task.ValueText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether runs of the same work gave the same. Used by one thread.
final class SameResults<R extends @Nullable Object> {
  private Optional<From<R>> first = Optional.empty();
  private Optional<String> difference = Optional.empty();

  private record From<R extends @Nullable Object>(String model, List<Outcome<R>> outcomes) {}

  /// Another run; one in which a task has no result says nothing.
  void add(String model, Run<R> run) {
    if (!run.done()) {
      return;
    }
    if (first.isEmpty()) {
      first = Optional.of(new From<>(model, run.outcomes()));
    } else if (difference.isEmpty()) {
      difference = between(first.get(), new From<>(model, run.outcomes()));
    }
  }

  /// Where the first difference was, in one sentence.
  Optional<String> difference() {
    return difference;
  }

  private static <R extends @Nullable Object> Optional<String> between(From<R> one, From<R> other) {
    for (int task = 0; task < one.outcomes.size(); task++) {
      if (one.outcomes.get(task) instanceof Outcome.Done<R>(R value)
          && other.outcomes.get(task) instanceof Outcome.Done<R>(R second)
          && !SameResult.of(value, second)) {
        return Optional.of(text(task, one.model, value, other.model, second));
      }
    }
    return Optional.empty();
  }

  private static String text(
      int task, String model, @Nullable Object value, String other, @Nullable Object second) {
    String again = model.equals(other) ? "another run of " + other : other;
    return "results differ: task %d gave %s under %s and %s under %s; a race, or a value that changes from run to run"
        .formatted(task, ValueText.of(value), model, ValueText.of(second), again);
  }
}
