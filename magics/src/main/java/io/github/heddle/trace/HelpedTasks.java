package io.github.heddle.trace;

import io.github.heddle.task.Ending;
import java.util.Map;
import java.util.OptionalLong;

/// The times of tasks with the CPU time of the threads that they started.
///
/// @param helped that CPU time, by task
record HelpedTasks(TaskTable tasks, Map<Integer, Long> helped) implements TaskTable {
  @Override
  public int count() {
    return tasks.count();
  }

  @Override
  public Ending ending(int task) {
    return tasks.ending(task);
  }

  @Override
  public int lane(int task) {
    return tasks.lane(task);
  }

  @Override
  public long startNanos(int task) {
    return tasks.startNanos(task);
  }

  @Override
  public long endNanos(int task) {
    return tasks.endNanos(task);
  }

  @Override
  public OptionalLong cpuNanos(int task) {
    OptionalLong own = tasks.cpuNanos(task);
    return own.isPresent() ? OptionalLong.of(own.getAsLong() + helped.getOrDefault(task, 0L)) : own;
  }
}
