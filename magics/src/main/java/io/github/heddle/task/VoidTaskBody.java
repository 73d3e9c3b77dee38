package io.github.heddle.task;

import java.io.Serializable;

/// What one task does, where it gives no result. Called once for each task, on the thread of the
/// worker that took it. Serializable, so that it can be sent to another process where all that it
/// captures can.
@FunctionalInterface
public interface VoidTaskBody<T> extends Serializable {
  /// Does the work of one task.
  ///
  /// @param task the task's number, from 0
  /// @param item the element that the task is for
  void run(int task, T item) throws Throwable;
}
