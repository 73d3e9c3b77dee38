package io.github.heddle.report;

import io.github.heddle.task.Ending;
import io.github.heddle.trace.TaskTable;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/// A task table written down by hand.
final class TaskTimesTable implements TaskTable {
  private final Ending[] endings;
  private final int[] lanes;
  private final long[] starts;
  private final long[] ends;

  TaskTimesTable(int count) {
    endings = new Ending[count];
    lanes = new int[count];
    starts = new long[count];
    ends = new long[count];
    Arrays.fill(endings, Ending.NOT_STARTED);
  }

  List<Ending> endings() {
    return List.of(endings);
  }

  void set(int task, int lane, Ending ending, long start, long end) {
    endings[task] = ending;
    lanes[task] = lane;
    starts[task] = start;
    ends[task] = end;
  }

  @Override
  public int count() {
    return endings.length;
  }

  @Override
  public Ending ending(int task) {
    return endings[task];
  }

  @Override
  public int lane(int task) {
    return lanes[task];
  }

  @Override
  public long startNanos(int task) {
    return starts[task];
  }

  @Override
  public long endNanos(int task) {
    return ends[task];
  }

  @Override
  public OptionalLong cpuNanos(int task) {
    return OptionalLong.empty();
  }
}
