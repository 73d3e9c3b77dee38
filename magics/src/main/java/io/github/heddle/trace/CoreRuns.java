package io.github.heddle.trace;

import io.github.heddle.trace.Samples.Cores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// On which cores a thread of other processes ran, as it was sampled there, and what the sampling
/// took. Written by one thread, read by any.
public final class CoreRuns {
  /// What ran on one core within this time is kept as one.
  private static final long TOGETHER = 5_000_000;

  private final List<Run> runs = new ArrayList<>();
  private long samplerNanos;

  /// So much ran on that core before that moment.
  private record Run(long atNanos, int core, long ranNanos) {}

  /// The thread ran on that core until that moment.
  public synchronized void ran(int core, long ranNanos, long atNanos) {
    Run next = new Run(atNanos, core, ranNanos);
    if (!runs.isEmpty()) {
      Run last = runs.getLast();
      if (last.core == core && last.ranNanos + ranNanos <= TOGETHER) {
        next = new Run(atNanos, core, runs.removeLast().ranNanos + ranNanos);
      }
    }
    runs.add(next);
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
