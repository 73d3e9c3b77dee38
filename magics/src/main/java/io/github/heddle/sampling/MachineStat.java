package io.github.heddle.sampling;

import java.util.SortedMap;
import java.util.TreeMap;

/// What `/proc/stat` says of the machine's cores: those that are online. It knows no containers: in
/// one, it counts the whole host. Pure.
final class MachineStat {
  /// The unit of its counts: a hundredth of a second on every Linux machine.
  static final long TICK_NANOS = 10_000_000;

  /// user, nice, system, irq, softirq, and steal: the time in which a hypervisor ran something else
  /// while there was something to run here. Not idle and iowait; nor guest and guest_nice, which
  /// user and nice contain.
  private static final int[] BUSY = {0, 1, 2, 5, 6, 7};

  private MachineStat() {}

  /// How long each core was busy since the machine started, in nanoseconds, by its number.
  static SortedMap<Integer, Long> busyNanos(ProcText stat) {
    SortedMap<Integer, Long> busy = new TreeMap<>();
    int line = stat.lineEnd(0) + 1;
    while (stat.startsWith("cpu", line)) {
      int core = line + "cpu".length();
      int counts = core + Long.toString(stat.field(0, core).orElse(0)).length();
      long ticks = 0;
      for (int field : BUSY) {
        ticks += stat.field(field, counts).orElse(0);
      }
      busy.put((int) stat.field(0, core).orElse(0), ticks * TICK_NANOS);
      line = stat.lineEnd(line) + 1;
    }
    return busy;
  }
}
