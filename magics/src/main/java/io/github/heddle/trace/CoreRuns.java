package io.github.heddle.trace;

import io.github.heddle.trace.Samples.Cores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// On which cores a thread of another process ran, as it was sampled there, and what the sampling
/// took. Bounded: when there is too much, what ran on a core within twice as long is taken
/// together. Written by one thread, read by any.
public final class CoreRuns {
  private static final int MOST = 20_000;

  private final List<Run> runs = new ArrayList<>();
  private long samplerNanos;

  /// What ran on one core within this time is kept as one.
  private long together = 5_000_000;

  /// So much ran on that core before that moment.
  private record Run(long atNanos, int core, long ranNanos) {
    /// Both, on the same core.
    Run with(Run later) {
      return new Run(later.atNanos, core, ranNanos + later.ranNanos);
    }
  }

  /// The thread ran on that core until that moment.
  public synchronized void ran(int core, long ranNanos, long atNanos) {
    Run next = new Run(atNanos, core, ranNanos);
    if (!runs.isEmpty()) {
      Run last = runs.getLast();
      if (last.core == core && last.ranNanos + ranNanos <= together) {
        next = new Run(atNanos, core, runs.removeLast().ranNanos + ranNanos);
      }
    }
    runs.add(next);
    if (runs.size() > MOST) {
      thin();
      while (runs.size() > MOST / 2) {
        together *= 2;
        thin();
      }
    }
  }

  private void thin() {
    Map<Long, Map<Integer, Run>> stretches = new TreeMap<>();
    for (Run run : runs) {
      stretches
          .computeIfAbsent(run.atNanos / together, _ -> new TreeMap<>())
          .merge(run.core, run, Run::with);
    }
    runs.clear();
    stretches.values().forEach(cores -> runs.addAll(cores.values()));
    runs.sort(Comparator.comparingLong(Run::atNanos));
  }

  /// How much is kept.
  synchronized int size() {
    return runs.size();
  }

  /// Sampling took so much CPU time.
  public synchronized void sampled(long nanos) {
    samplerNanos += nanos;
  }

  /// CPU time that the sampling took.
  synchronized long samplerNanos() {
    return samplerNanos;
  }

  private synchronized List<Run> copy() {
    return List.copyOf(runs);
  }

  /// The use of the cores with that of such threads. Times of all count from the same moment.
  static Cores added(Cores cores, List<CoreRuns> threads) {
    List<Run> more =
        threads.stream()
            .flatMap(thread -> thread.copy().stream())
            .sorted(Comparator.comparingLong(Run::atNanos))
            .toList();
    return more.isEmpty() ? cores : cores.with(sum(cores, more), cores.machine());
  }

  private static Series sum(Cores cores, List<Run> more) {
    Series own = cores.own();
    Series sum = new Series(own.columns(), own.size() + more.size());
    long[] added = new long[own.columns()];
    int row = 0;
    for (Run run : more) {
      while (row < own.size() && own.nanos(row) < run.atNanos) {
        add(own, own.nanos(row++), added, sum);
      }
      int core = cores.numbers().indexOf(run.core);
      if (core >= 0) {
        added[core] += run.ranNanos;
      }
      add(own, run.atNanos, added, sum);
    }
    while (row < own.size()) {
      add(own, own.nanos(row++), added, sum);
    }
    return sum;
  }

  private static void add(Series own, long nanos, long[] added, Series sum) {
    long[] values = new long[added.length];
    for (int core = 0; core < values.length; core++) {
      values[core] = own.at(core, nanos) + added[core];
    }
    sum.add(nanos, values);
  }
}
