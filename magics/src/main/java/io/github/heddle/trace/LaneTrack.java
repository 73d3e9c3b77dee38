package io.github.heddle.trace;

import io.github.heddle.task.Ending;
import io.github.heddle.trace.Samples.Column;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Follows the tasks of one lane in the order in which they ran: folds short ones together, cuts
/// them at the samples, and sums up their states.
final class LaneTrack {
  private final TaskTimes times;
  private final LaneReadings readings;
  private final Detail detail;
  private final Slicer slicer;
  private long cpu;
  private long ready;
  private long tasksNanos;
  private long tasksCpu;
  private long tasksReady;
  private @Nullable Block pending;

  LaneTrack(WorkerUse worker, Recording recording, Detail detail, List<Slice> slices) {
    int lane = worker.lane().index();
    this.times = recording.tasks();
    this.readings = recording.readings().get(lane);
    this.detail = detail;
    this.slicer = new Slicer(lane, detail.dustNanos(), slices);
    this.cpu = worker.before().cpuNanos().orElse(0);
    this.ready = worker.before().readyNanos().orElse(0);
  }

  /// The next task of the lane.
  void add(int task) {
    Block block = block(task);
    tasksNanos += block.nanos();
    tasksCpu += Math.min(block.cpuNanos(), block.nanos());
    tasksReady += block.readyNanos();
    if (pending != null && pending.foldsWith(block, detail.stepNanos())) {
      pending = pending.and(block);
    } else {
      finish();
      pending = block;
    }
  }

  /// No more tasks: writes what is still pending.
  void finish() {
    if (pending != null) {
      slicer.write(pending, cut(pending));
      cpu += pending.cpuNanos();
      ready += pending.readyNanos();
      pending = null;
    }
  }

  /// The states of all tasks of the lane.
  StateTimes states(long wallNanos) {
    long running = tasksCpu;
    long waited = Math.min(tasksReady, tasksNanos - running);
    long seenLocked = between(Column.LOCKED, 0, wallNanos);
    long locked = Math.min(seenLocked, tasksNanos - running - waited);
    return new StateTimes(running, waited, tasksNanos - running - waited - locked, locked, 0);
  }

  private Block block(int task) {
    long start = times.startNanos(task);
    long end = times.endNanos(task);
    return new Block(
        task,
        1,
        times.ending(task) == Ending.FAILED ? 1 : 0,
        start,
        end,
        times.cpuSincePrevious(task).orElseGet(() -> between(Column.CPU, start, end)),
        times.readySincePrevious(task).orElseGet(() -> between(Column.READY, start, end)));
  }

  private long between(Column column, long start, long end) {
    return readings.at(column, end) - readings.at(column, start);
  }

  private Pieces cut(Block block) {
    long[] moments = moments(block);
    long[] cpus = readings(moments, Column.CPU, cpu, cpu + block.cpuNanos());
    long[] readies = readings(moments, Column.READY, ready, ready + block.readyNanos());
    long[] lockeds = readings(moments, Column.LOCKED, 0, Long.MAX_VALUE);
    lockeds[0] = readings.at(Column.LOCKED, moments[0]);
    int end = moments.length - 1;
    lockeds[end] = readings.at(Column.LOCKED, moments[end]);
    return new Pieces(
        moments,
        Pieces.differences(cpus),
        Pieces.differences(readies),
        Pieces.differences(lockeds));
  }

  private long[] moments(Block block) {
    long step = Math.max(1, detail.stepNanos());
    Series samples = readings.series();
    int first = samples.rowAfter(block.startNanos());
    int rows = Math.max(0, samples.rowAfter(block.endNanos() - step) - first);
    long[] moments = new long[rows + 2];
    int count = 1;
    moments[0] = block.startNanos();
    for (int row = first; row < first + rows; row++) {
      long at = samples.nanos(row);
      if (at - moments[count - 1] >= step) {
        moments[count++] = at;
      }
    }
    moments[count++] = block.endNanos();
    return Arrays.copyOf(moments, count);
  }

  /// A column at the moments: exact at both ends, and in between what was sampled, but never
  /// outside of them.
  private long[] readings(long[] moments, Column column, long first, long last) {
    long[] read = new long[moments.length];
    for (int i = 1; i < moments.length - 1; i++) {
      read[i] = Math.clamp(readings.at(column, moments[i]), first, last);
    }
    read[0] = first;
    read[moments.length - 1] = last;
    return read;
  }
}
