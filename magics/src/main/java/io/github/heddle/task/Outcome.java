package io.github.heddle.task;

import org.jspecify.annotations.Nullable;

/// What came of one task.
public sealed interface Outcome<R extends @Nullable Object> {
  /// The task ended and gave a result.
  record Done<R extends @Nullable Object>(R value) implements Outcome<R> {}

  /// The task threw.
  record Failed<R extends @Nullable Object>(Throwable cause) implements Outcome<R> {}

  /// The run's time limit ended the task.
  record TimedOut<R extends @Nullable Object>() implements Outcome<R> {}

  /// Stop, or the failure of another task, ended the task.
  record Cancelled<R extends @Nullable Object>() implements Outcome<R> {}

  /// The run ended before the task began.
  record NotStarted<R extends @Nullable Object>() implements Outcome<R> {}

  /// The same, without the values.
  default Ending ending() {
    return switch (this) {
      case Done<R> _ -> Ending.DONE;
      case Failed<R> _ -> Ending.FAILED;
      case TimedOut<R> _ -> Ending.TIMED_OUT;
      case Cancelled<R> _ -> Ending.CANCELLED;
      case NotStarted<R> _ -> Ending.NOT_STARTED;
    };
  }
}
