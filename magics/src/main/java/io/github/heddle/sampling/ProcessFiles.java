package io.github.heddle.sampling;

import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What `/proc/self/status` and `/proc/self/stat` say of the process. Pure.
final class ProcessFiles {
  /// Fields 14 and 15 of `stat`, counted from the one after the name: user and system time.
  private static final int USER_TICKS = 11;

  private ProcessFiles() {}

  /// The resident set, in bytes.
  static OptionalLong residentBytes(ProcText status) {
    return bytes(status, "VmRSS");
  }

  /// The largest resident set since the process began, in bytes.
  static OptionalLong highestResidentBytes(ProcText status) {
    return bytes(status, "VmHWM");
  }

  private static OptionalLong bytes(ProcText status, String key) {
    OptionalLong kilobytes = status.valueOf(key);
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

  /// The numbers of the cores that the process may be placed on: `0-3,8` are five. Some systems
  /// list cores that the machine does not have. Empty where it is not told.
  static SortedSet<Integer> allowedCores(ProcText status) {
    String list = status.textOf("Cpus_allowed_list");
    return list.isEmpty()
        ? new TreeSet<>()
        : Stream.of(list.split(",", -1))
            .flatMapToInt(ProcessFiles::cores)
            .boxed()
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static IntStream cores(String range) {
    String[] ends = range.strip().split("-", 2);
    return IntStream.rangeClosed(
        Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
  }
}
