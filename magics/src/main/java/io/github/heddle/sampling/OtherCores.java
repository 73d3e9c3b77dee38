package io.github.heddle.sampling;

import java.util.SortedMap;

/// The cores as macOS and Windows tell of them: of all that runs together.
record OtherCores(OtherSystem system) implements MachineCores {
  /// Windows counts in steps of 15.6 ms, macOS of 10.
  private static final long TICK_NANOS = 16_000_000;

  @Override
  public SortedMap<Integer, Long> busyNanos() {
    return system.busyNanos();
  }

  @Override
  public long tickNanos() {
    return TICK_NANOS;
  }

  @Override
  public boolean tellsOfThreads() {
    return false;
  }

  @Override
  public void close() {
    // it is kept for the next run
  }
}
