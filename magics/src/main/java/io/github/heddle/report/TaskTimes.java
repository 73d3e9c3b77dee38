package io.github.heddle.report;

import io.github.heddle.task.Ending;
import io.github.heddle.trace.TaskTable;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// How long tasks took, of those that came to their own end.
///
/// @param p95Nanos 95 of 100 tasks took at most this long (nearest rank)
public record TaskTimes(long minNanos, long medianNanos, long p95Nanos, long maxNanos) {

  /// The times of the tasks that ended by themselves; empty where none did.
  static Optional<TaskTimes> of(TaskTable tasks) {
    long[] sorted =
        IntStream.range(0, tasks.count())
            .filter(task -> ended(tasks.ending(task)))
            .mapToLong(task -> tasks.endNanos(task) - tasks.startNanos(task))
            .sorted()
            .toArray();
    return sorted.length == 0
        ? Optional.empty()
        : Optional.of(
            new TaskTimes(
                sorted[0], median(sorted), nearestRank(sorted, 0.95), sorted[sorted.length - 1]));
  }

  /// The most tasks that were under way at one moment.
  static int mostInFlight(TaskTable tasks) {
    int[] began =
        IntStream.range(0, tasks.count())
            .filter(task -> tasks.ending(task) != Ending.NOT_STARTED)
            .toArray();
    long[] starts = Arrays.stream(began).mapToLong(tasks::startNanos).sorted().toArray();
    long[] ends = Arrays.stream(began).mapToLong(tasks::endNanos).sorted().toArray();
    int most = 0;
    int ended = 0;
    for (int started = 0; started < starts.length; started++) {
      while (ends[ended] <= starts[started] && ended < started) {
        ended++;
      }
      most = Math.max(most, started + 1 - ended);
    }
    return most;
  }

  private static boolean ended(Ending ending) {
    return ending == Ending.DONE || ending == Ending.FAILED;
  }

  private static long median(long[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2;
  }

  private static long nearestRank(long[] sorted, double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }
}
