package io.github.heddle.truth;

import java.util.Locale;

/// A number that a report says and a workload knows.
enum Quantity {
  WALL("wall", Unit.MILLIS),
  CPU("CPU", Unit.MILLIS),
  CORES_USED("cores used", Unit.CORES),
  RUNNING("running", Unit.STATE),
  READY("waiting for a core", Unit.STATE),
  WAITING("waiting", Unit.STATE),
  LOCKED("waiting for a lock", Unit.STATE),
  RUNNING_SLICES("running, in slices", Unit.STATE),
  WAITING_SLICES("waiting, in slices", Unit.STATE),
  LOCKED_SLICES("locked, in slices", Unit.STATE),
  ONE_AT_A_TIME("one at a time", Unit.STATE),
  ON_CORES("on all cores, this run", Unit.SAMPLED),
  WRONG_TIME("slices at the wrong time", Unit.PLACE),
  TASK("longest task", Unit.MILLIS),
  FAILED_AT("last failure, after its task began", Unit.MILLIS),
  ALLOCATED("allocated", Unit.BYTES),
  DONE("tasks done", Unit.COUNT),
  FAILED("tasks failed", Unit.COUNT);

  /// What is counted, and how far off it may be.
  enum Unit {
    /// Nanoseconds: 2 % or 2 ms.
    MILLIS,
    /// Nanoseconds: 2 % of the time of all tasks, or 2 ms.
    STATE,
    /// Nanoseconds: the same, or the resolution of the report at each end of each step.
    PLACE,
    /// Nanoseconds that were seen from time to time: 3 % or 5 ms.
    SAMPLED,
    /// 2 % or 0.02.
    CORES,
    /// 2 % or 100 kB.
    BYTES,
    /// Exact.
    COUNT
  }

  /// What decides how far off a number may be.
  ///
  /// @param taskNanos the time of all tasks
  /// @param edgeNanos the resolution at the ends of all steps
  /// @param stillNanos how long the machine or the JVM stood still; in which part of a step is not
  ///   known
  record Margin(double taskNanos, double edgeNanos, double stillNanos) {}

  private static final double SHARE = 0.02;

  private final String title;
  private final Unit unit;

  Quantity(String title, Unit unit) {
    this.title = title;
    this.unit = unit;
  }

  String title() {
    return title;
  }

  /// How far from the truth the report may be.
  double tolerance(double truth, Margin margin) {
    return switch (unit) {
      case MILLIS -> Math.max(SHARE * truth, 2e6);
      case STATE -> Math.max(SHARE * margin.taskNanos, 2e6);
      case PLACE ->
          Math.max(Math.max(SHARE * margin.taskNanos, 2e6), margin.edgeNanos) + margin.stillNanos;
      case SAMPLED -> Math.max(0.03 * truth, 5e6);
      case CORES -> Math.max(SHARE * truth, 0.02);
      case BYTES -> Math.max(SHARE * truth, 1e5);
      case COUNT -> 0;
    };
  }

  String text(double value) {
    return switch (unit) {
      case MILLIS, STATE, PLACE, SAMPLED -> String.format(Locale.ROOT, "%.1f ms", value / 1e6);
      case CORES -> String.format(Locale.ROOT, "%.3f", value);
      case BYTES -> String.format(Locale.ROOT, "%.2f MB", value / 1e6);
      case COUNT -> String.format(Locale.ROOT, "%.0f", value);
    };
  }
}
