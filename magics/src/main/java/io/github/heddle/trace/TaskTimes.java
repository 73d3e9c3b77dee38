package io.github.heddle.trace;

import io.github.heddle.task.Ending;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// Times of every task of a run in columns: 40 bytes for each task.
public final class TaskTimes implements TaskTable {
  /// CPU time that was not measured.
  static final long UNKNOWN = -1;

  private final Ending[] endings;
  private final int[] lanes;
  private final long[] starts;
  private final long[] ends;
  private final long[] cpu;
  private final long[] ready;

  /// No task has begun.
  TaskTimes(int count) {
    endings = new Ending[count];
    lanes = new int[count];
    starts = new long[count];
    ends = new long[count];
    cpu = new long[count];
    ready = new long[count];
    Arrays.fill(endings, Ending.NOT_STARTED);
    Arrays.fill(cpu, UNKNOWN);
  }

  void put(int task, int lane, Ending ending) {
    lanes[task] = lane;
    endings[task] = ending;
  }

  void span(int task, long startNanos, long endNanos) {
    starts[task] = startNanos;
    ends[task] = endNanos;
  }

  void use(int task, long cpuNanos, long readyNanos) {
    cpu[task] = cpuNanos;
    ready[task] = readyNanos;
  }

  @Override
  public int count() {
    return endings.length;
  }

  @Override
  public Ending ending(int task) {
    return endings[task];
  }

  /// Whether the task began.
  public boolean began(int task) {
    return ending(task) != Ending.NOT_STARTED;
  }

  /// The first task that began; 0 where none did.
  int firstBegun() {
    return IntStream.range(0, count()).filter(this::began).findFirst().orElse(0);
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

  /// How long the task took.
  public long nanos(int task) {
    return ends[task] - starts[task];
  }

  @Override
  public OptionalLong cpuNanos(int task) {
    return cpu[task] == UNKNOWN
        ? OptionalLong.empty()
        : OptionalLong.of(Math.min(cpu[task], nanos(task)));
  }

  /// CPU time that the worker used from the end of its previous task to the end of this one, where
  /// it was measured.
  OptionalLong cpuSincePrevious(int task) {
    return cpu[task] == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(cpu[task]);
  }

  /// How long the worker waited for a core since this was last read, where it was measured.
  OptionalLong readySincePrevious(int task) {
    return cpu[task] == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(ready[task]);
  }

  /// When the last task ended; 0 where none began.
  public long lastEndNanos() {
    return Arrays.stream(ends).max().orElse(0);
  }
}
