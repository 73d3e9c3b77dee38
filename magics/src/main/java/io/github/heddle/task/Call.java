package io.github.heddle.task;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// A part of a task's work that is done elsewhere while the task waits for it.
@FunctionalInterface
public interface Call<R extends @Nullable Object> extends Serializable {
  /// Does the work; called once.
  R call() throws Exception;
}
