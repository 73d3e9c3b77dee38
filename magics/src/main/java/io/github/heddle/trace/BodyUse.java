package io.github.heddle.trace;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What the bodies of the tasks of one lane used, without what its worker used between them to read
/// elements and to write results. Times are those of one clock; tasks are added in the order in
/// which they ran.
public final class BodyUse {
  /// Samples are not taken more often, so shorter tasks are not cut at any.
  private static final long SHORT = 500_000;

  private final NavigableMap<Long, Stretch> stretches;
  private long cpu;
  private long ready;

  /// Nothing yet.
  public BodyUse() {
    this(new TreeMap<>(), 0, 0);
  }

  private BodyUse(NavigableMap<Long, Stretch> stretches, long cpu, long ready) {
    this.stretches = stretches;
    this.cpu = cpu;
    this.ready = ready;
  }

  /// What there is now, apart from tasks still to come.
  public BodyUse copy() {
    return new BodyUse(new TreeMap<>(stretches), cpu, ready);
  }

  /// A task.
  ///
  /// @param cpuBefore what its thread had used before it, as samples count it
  /// @param cpu what it used itself
  /// @param sumCpu what tasks before it used
  private record Stretch(
      long endNanos,
      long cpuBefore,
      long readyBefore,
      long cpu,
      long ready,
      long sumCpu,
      long sumReady) {}

  /// The next task.
  ///
  /// @param before what its thread had used before
  /// @param cpuNanos what it used
  public void add(
      long beginNanos, long endNanos, ThreadRow before, long cpuNanos, long readyNanos) {
    if (endNanos - beginNanos >= SHORT) {
      stretches.put(
          beginNanos,
          new Stretch(
              endNanos, before.cpuNanos(), before.readyNanos(), cpuNanos, readyNanos, cpu, ready));
    }
    cpu += cpuNanos;
    ready += readyNanos;
  }

  /// What bodies had run until a sample was taken.
  long cpuAt(ThreadRow row) {
    Map.Entry<Long, Stretch> entry = stretches.floorEntry(row.nanos());
    if (entry == null) {
      return 0;
    }
    Stretch stretch = entry.getValue();
    long within =
        row.nanos() >= stretch.endNanos ? stretch.cpu : row.cpuNanos() - stretch.cpuBefore;
    return stretch.sumCpu + Math.clamp(within, 0, stretch.cpu);
  }

  /// What bodies had waited for a core until then.
  long readyAt(ThreadRow row) {
    Map.Entry<Long, Stretch> entry = stretches.floorEntry(row.nanos());
    if (entry == null) {
      return 0;
    }
    Stretch stretch = entry.getValue();
    long within =
        row.nanos() >= stretch.endNanos ? stretch.ready : row.readyNanos() - stretch.readyBefore;
    return stretch.sumReady + Math.clamp(within, 0, stretch.ready);
  }
}
