package io.github.heddle.sampling;

import java.util.OptionalLong;

/// What this whole process uses, as far as the system tells.
final class ProcessMeter {
  private ProcessMeter() {}

  /// CPU time of all threads, those of the JVM and those that have ended included, in hundredths of
  /// a second.
  static OptionalLong cpuNanos() {
    return ProcFile.readOnce(Proc.SELF.resolve("stat"))
        .map(ProcessFiles::cpuNanos)
        .orElse(OptionalLong.empty());
  }
}
