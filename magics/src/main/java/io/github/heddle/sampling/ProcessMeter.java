package io.github.heddle.sampling;

import java.nio.file.Path;
import java.util.OptionalLong;

/// What this whole process uses, as far as the system tells.
public final class ProcessMeter {
  private static final Path SELF = Path.of("/proc/self");

  private ProcessMeter() {}

  /// The resident set, in bytes.
  public static OptionalLong residentBytes() {
    return ProcFile.readOnce(SELF.resolve("status"))
        .map(ProcessFiles::residentBytes)
        .orElse(OptionalLong.empty());
  }

  /// CPU time of all threads, those of the JVM and those that have ended included, in hundredths of
  /// a second.
  static OptionalLong cpuNanos() {
    return ProcFile.readOnce(SELF.resolve("stat"))
        .map(ProcessFiles::cpuNanos)
        .orElse(OptionalLong.empty());
  }
}
