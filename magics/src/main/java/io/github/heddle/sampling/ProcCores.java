package io.github.heddle.sampling;

import java.util.SortedMap;
import java.util.TreeMap;

/// The cores as Linux tells of them.
record ProcCores(ProcFile stat) implements MachineCores {
  @Override
  public SortedMap<Integer, Long> busyNanos() {
    return stat.read().map(MachineStat::busyNanos).orElseGet(TreeMap::new);
  }

  @Override
  public long tickNanos() {
    return MachineStat.TICK_NANOS;
  }

  @Override
  public boolean tellsOfThreads() {
    return true;
  }

  @Override
  public void close() {
    stat.close();
  }
}
