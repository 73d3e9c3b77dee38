package io.github.heddle.task;

/// What one task does, where it gives no result. Called once for each task, on the thread of the
/// worker that took it.
@FunctionalInterface
public interface VoidTaskBody<T> {
  /// Does the work of one task.
  ///
  /// @param task the task's number, from 0
  /// @param item the element that the task is for
  void run(int task, T item) throws Throwable;
}
