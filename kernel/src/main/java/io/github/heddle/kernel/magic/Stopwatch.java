package io.github.heddle.kernel.magic;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/// What `%time` reads before and after.
///
/// @param wallNanos a monotonic clock
/// @param cpuNanos CPU time of the whole process so far: all threads, ended ones, the JVM's own
public record Stopwatch(LongSupplier wallNanos, LongSupplier cpuNanos) {
  /// The clocks of this process. The CPU clock ticks every 10 ms on Linux.
  public static Stopwatch ofThisProcess() {
    return new Stopwatch(System::nanoTime, Stopwatch::processCpuNanos);
  }

  /// How long something took.
  public record Reading(long wallNanos, long cpuNanos) {}

  /// Both clocks now.
  public Reading read() {
    return new Reading(wallNanos.getAsLong(), cpuNanos.getAsLong());
  }

  /// From an earlier reading until now.
  public Reading since(Reading start) {
    long wall = wallNanos.getAsLong() - start.wallNanos();
    return new Reading(wall, cpuNanos.getAsLong() - start.cpuNanos());
  }

  private static long processCpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
