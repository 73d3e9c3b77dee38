package io.github.heddle.truth;

import io.github.heddle.truth.Quantity.Margin;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// What tasks say of their run, all together.
///
/// @param callNanos how long their caller waited for them, without the start-up
record Truth(List<Testimony> tasks, int failed, long callNanos) {
  Truth {
    tasks = List.copyOf(tasks);
  }

  /// @param toldWall the wall time that is reported
  Map<Quantity, Double> values(double toldWall) {
    Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
    double cpu = sum(Witnessed::running);
    double wall = inOtherProcesses() ? wall(toldWall) : wall();
    values.put(Quantity.WALL, wall);
    values.put(Quantity.CPU, cpu);
    values.put(Quantity.CORES_USED, cpu / wall);
    values.put(Quantity.RUNNING, cpu);
    values.put(Quantity.READY, sum(Witnessed::ready));
    values.put(Quantity.WAITING, sum(Witnessed::waiting));
    values.put(Quantity.LOCKED, sum(Witnessed::locked));
    values.put(Quantity.RUNNING_SLICES, cpu);
    values.put(Quantity.WAITING_SLICES, sum(Witnessed::waiting));
    values.put(Quantity.LOCKED_SLICES, sum(Witnessed::locked));
    values.put(Quantity.WRONG_TIME, 0.0);
    values.put(Quantity.TASK, tasks.stream().mapToDouble(Truth::nanos).max().orElse(0));
    values.put(Quantity.ON_CORES, cpu);
    allocated()
        .ifPresentOrElse(
            bytes -> values.put(Quantity.ALLOCATED, bytes),
            () -> values.put(Quantity.ONE_AT_A_TIME, cpu + sum(Witnessed::waiting)));
    if (failed == tasks.size()) {
      values.put(Quantity.FAILED_AT, values.get(Quantity.TASK));
    }
    values.put(Quantity.DONE, (double) tasks.size() - failed);
    values.put(Quantity.FAILED, (double) failed);
    return values;
  }

  /// How far off a report may be that knows states so finely.
  Margin margin(long resolutionNanos) {
    long ends = tasks.stream().mapToLong(task -> task.steps().size() + 1).sum();
    return new Margin(
        tasks.stream().mapToDouble(Truth::nanos).sum(),
        (double) ends * resolutionNanos,
        sum(Witnessed::stoodStill));
  }

  /// What the clocks themselves need is not known. Where much is allocated the garbage collector
  /// stops all tasks at once, which one at a time it would not.
  private Optional<Double> allocated() {
    double bytes = tasks.stream().mapToDouble(Testimony::allocatedBytes).sum();
    return bytes > 0 ? Optional.of(bytes) : Optional.empty();
  }

  /// Where elements and results are on their way, tasks witness only a part of the run, and the
  /// caller more than the run: within these bounds the report is believed.
  private double wall(double told) {
    return Math.clamp(told, wall(), Math.max(wall(), (double) callNanos));
  }

  private boolean inOtherProcesses() {
    return tasks.stream().anyMatch(task -> task.process() != ProcessHandle.current().pid());
  }

  private double wall() {
    long from = tasks.stream().mapToLong(Testimony::fromNanos).min().orElse(0);
    long to = tasks.stream().mapToLong(Testimony::toNanos).max().orElse(0);
    return to - from;
  }

  private static double nanos(Testimony task) {
    return task.toNanos() - task.fromNanos();
  }

  private double sum(ToLongFunction<Witnessed> amount) {
    return tasks.stream().mapToLong(task -> task.sum(amount)).sum();
  }
}
