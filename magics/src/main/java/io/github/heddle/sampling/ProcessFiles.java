package io.github.heddle.sampling;

import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// What `/proc/self/status` says of the process. Pure.
final class ProcessFiles {
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
