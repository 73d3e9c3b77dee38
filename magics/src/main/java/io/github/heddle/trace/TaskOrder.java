package io.github.heddle.trace;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The order in which tasks ran on their lanes.
final class TaskOrder {
  private TaskOrder() {}

  /// All tasks, those of each lane in the order in which they began. Mostly that is the order of
  /// their numbers.
  static int[] inTime(TaskTimes tasks) {
    int[] order = IntStream.range(0, tasks.count()).filter(tasks::began).toArray();
    return inOrder(tasks, order)
        ? order
        : Arrays.stream(order)
            .boxed()
            .sorted(Comparator.comparingLong(tasks::startNanos))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  private static boolean inOrder(TaskTimes tasks, int[] order) {
    int lanes = Arrays.stream(order).map(tasks::lane).max().orElse(-1) + 1;
    long[] last = new long[lanes];
    Arrays.fill(last, Long.MIN_VALUE);
    for (int task : order) {
      int lane = tasks.lane(task);
      if (tasks.startNanos(task) < last[lane]) {
        return false;
      }
      last[lane] = tasks.startNanos(task);
    }
    return true;
  }
}
