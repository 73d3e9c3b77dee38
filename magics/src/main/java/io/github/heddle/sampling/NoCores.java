package io.github.heddle.sampling;

import java.util.SortedMap;
import java.util.TreeMap;

/// The cores of a system that tells nothing of them.
record NoCores() implements MachineCores {
  @Override
  public SortedMap<Integer, Long> busyNanos() {
    return new TreeMap<>();
  }

  @Override
  public long tickNanos() {
    return 1;
  }

  @Override
  public boolean tellsOfThreads() {
    return false;
  }

  @Override
  public void close() {
    // nothing is open
  }
}
