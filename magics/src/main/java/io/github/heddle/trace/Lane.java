package io.github.heddle.trace;

import java.util.OptionalInt;

/// One row of the picture: a worker, or a task, over time.
///
/// @param index from 0, the order in the picture
/// @param name as shown, such as `thread-1`
/// @param task the task whose lane it is; empty where it is that of a worker or another thread,
///   which serve many tasks
public record Lane(int index, String name, OptionalInt task) {
  /// The lane of a worker, or of another thread.
  public Lane(int index, String name) {
    this(index, name, OptionalInt.empty());
  }

  /// The lane of a task.
  public static Lane ofTask(int index, int task) {
    return new Lane(index, "task " + task, OptionalInt.of(task));
  }
}
