package io.github.heddle.trace;

import io.github.heddle.task.Ending;
import java.util.OptionalLong;

/// Times of every task of a run, by task number. Immutable; made for millions of tasks.
public interface TaskTable {
  /// How many tasks the run was to have.
  int count();

  /// How the task ended.
  Ending ending(int task);

  /// The lane of the worker that ran it. Only for tasks that began.
  int lane(int task);

  /// When it began, in nanoseconds since the first task was submitted. Only for tasks that began.
  long startNanos(int task);

  /// When it ended. Only for tasks that began.
  long endNanos(int task);

  /// CPU time of the task, where it was measured.
  OptionalLong cpuNanos(int task);
}
