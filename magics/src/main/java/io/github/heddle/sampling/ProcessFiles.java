package io.github.heddle.sampling;

import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// What `/proc/self/status` and `/proc/self/stat` say of the process. Pure.
final class ProcessFiles {
  /// Fields 14 and 15 of `stat`, counted from the one after the name: user and system time.
  private static final int USER_TICKS = 11;

  private ProcessFiles() {}

  /// The resident set, in bytes.
  static OptionalLong residentBytes(ProcText status) {
    OptionalLong kilobytes = status.valueOf("VmRSS");
    return kilobytes.isPresent()
        ? OptionalLong.of(1024 * kilobytes.getAsLong())
        : OptionalLong.empty();
  }

  /// CPU time of all threads there are and were, from `stat`.
  static OptionalLong cpuNanos(ProcText stat) {
    int fields = stat.afterLast(')');
    OptionalLong user = stat.field(USER_TICKS, fields);
    OptionalLong system = stat.field(USER_TICKS + 1, fields);
    return user.isPresent() && system.isPresent()
        ? OptionalLong.of((user.getAsLong() + system.getAsLong()) * MachineStat.TICK_NANOS)
        : OptionalLong.empty();
  }

  /// How many cores the process may be placed on: `0-3,8` are five.
  static OptionalInt allowedCores(ProcText status) {
    String list = status.textOf("Cpus_allowed_list");
    return list.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(Stream.of(list.split(",", -1)).mapToInt(ProcessFiles::cores).sum());
  }

  private static int cores(String range) {
    String[] ends = range.strip().split("-", 2);
    return Integer.parseInt(ends[ends.length - 1]) - Integer.parseInt(ends[0]) + 1;
  }
}
