package io.github.heddle;

import io.github.heddle.task.Ending;
import io.github.heddle.trace.TaskTable;
import java.time.Duration;
import java.util.Optional;

/// One task of a run that began. Times are since the first task was submitted.
///
/// @param number from 0
/// @param ending how it ended
/// @param start when it began
/// @param end when it ended
/// @param cpu its CPU time, where it was measured
public record TaskRun(
    int number, Ending ending, Duration start, Duration end, Optional<Duration> cpu) {

  static TaskRun of(TaskTable tasks, int number) {
    return new TaskRun(
        number,
        tasks.ending(number),
        Duration.ofNanos(tasks.startNanos(number)),
        Duration.ofNanos(tasks.endNanos(number)),
        tasks.cpuNanos(number).stream().mapToObj(Duration::ofNanos).findFirst());
  }

  /// How long it took.
  public Duration duration() {
    return end.minus(start);
  }
}
