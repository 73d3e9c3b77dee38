package io.github.heddle.trace;

import io.github.heddle.trace.Samples.Cores;
import java.util.ArrayList;
import java.util.List;

/// Cuts the use of the cores into equal stretches of time.
final class CoreBins {
  private static final int MOST_BINS = 100;

  /// Shorter stretches hold too few samples to say on which core a thread was.
  private static final int SAMPLES_PER_BIN = 4;

  private final Cores cores;
  private final long shortest;

  CoreBins(Cores cores, long intervalNanos) {
    this.cores = cores;
    this.shortest = Math.max(1, SAMPLES_PER_BIN * intervalNanos);
  }

  /// @param from when the use of the cores begins to count: 0, or earlier where workers had to be
  ///   started before the first task; not before the cores were looked at first
  CoreUse over(long from, long wall) {
    long bins = Math.clamp(wall / shortest, 1, MOST_BINS);
    long length = Math.max(1, Math.ceilDiv(wall, bins));
    List<CoreUse.Bin> all = new ArrayList<>();
    long first = cores.machine().size() == 0 ? 0 : Math.max(from, cores.machine().nanos(0));
    for (long end = 0; end > first; end -= length) {
      addBins(Math.max(first, end - length), end, all);
    }
    for (long start = 0; start < wall; start += length) {
      addBins(start, Math.min(wall, start + length), all);
    }
    return new CoreUse(cores.numbers(), length, all, cores.ownMeasured());
  }

  private void addBins(long start, long end, List<CoreUse.Bin> all) {
    double[] own = own(start, end);
    for (int core = 0; core < own.length; core++) {
      double other = Math.min(other(core, (start + end) / 2), 1 - own[core]);
      all.add(new CoreUse.Bin(cores.numbers().get(core), start, end, own[core], other));
    }
  }

  /// The share of each core that this run used. A thread is seen on one core at each sample; where
  /// that makes more than a whole core, it ran the rest on cores that have room.
  private double[] own(long start, long end) {
    double[] shares = new double[cores.numbers().size()];
    double spilled = 0;
    for (int core = 0; core < shares.length; core++) {
      double share = used(cores.own(), core, start, end) / (end - start);
      shares[core] = Math.clamp(share, 0, 1);
      spilled += Math.max(0, share - 1);
    }
    for (int core = 0; core < shares.length; core++) {
      double more = Math.min(spilled, shares[core] > 0 ? 1 - shares[core] : 0);
      shares[core] += more;
      spilled -= more;
    }
    return shares;
  }

  /// The share of a core that anything else used around that moment. The machine's counts are
  /// coarse: what may be no more than their rounding is not shown.
  private double other(int core, long moment) {
    Series machine = cores.machine();
    int after = Math.clamp(machine.rowAfter(moment), 1, Math.max(1, machine.size() - 1));
    if (after >= machine.size()) {
      return 0;
    }
    long from = machine.nanos(after - 1);
    long to = machine.nanos(after);
    double others =
        used(machine, core, from, to) - used(cores.own(), core, from, to) - cores.tickNanos();
    return Math.clamp(others / (to - from), 0, 1);
  }

  private static double used(Series series, int core, long from, long to) {
    return series.at(core, to) - series.at(core, from);
  }
}
