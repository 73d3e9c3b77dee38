package io.github.heddle.task;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// What one task does. Called once for each task, on the thread of the worker that took it.
@FunctionalInterface
public interface TaskBody<T, R extends @Nullable Object> extends Serializable {
  /// Does the work of one task.
  ///
  /// @param task the task's number, from 0
  /// @param item the element that the task is for
  R run(int task, T item) throws Throwable;
}
