package io.github.heddle.sampling;

import java.util.SortedMap;

/// What the operating system tells of the machine's cores. For one thread.
interface MachineCores extends AutoCloseable {
  /// How long each core was busy since some moment in the past, in nanoseconds, by its number;
  /// empty where that cannot be read.
  SortedMap<Integer, Long> busyNanos();

  /// How coarsely that is counted.
  long tickNanos();

  /// Whether this system also tells on which core a thread ran.
  boolean tellsOfThreads();

  @Override
  void close();

  /// Those of this machine.
  static MachineCores open() {
    return ProcFile.open(Proc.ROOT.resolve("stat"))
        .<MachineCores>map(ProcCores::new)
        .or(() -> OtherSystem.here().map(OtherCores::new))
        .orElse(new NoCores());
  }
}
