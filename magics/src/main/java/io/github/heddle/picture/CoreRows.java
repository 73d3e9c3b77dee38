package io.github.heddle.picture;

import io.github.heddle.trace.CoreUse;
import io.github.heddle.trace.CoreUse.Bin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// The cores as rows of the picture: one each or, where there are too many, the last ones in one
/// row together, in steps of time.
///
/// @param fromNanos when the cores were first looked at
/// @param toNanos when last
/// @param ownMeasured whether what this run used is told apart
record CoreRows(
    List<String> names, List<Cell> cells, long fromNanos, long toNanos, boolean ownMeasured) {
  static final int MOST = 16;
  private static final int MOST_CELLS = 400;
  private static final int FINEST_STEPS = 60;
  private static final double INVISIBLE = 0.005;

  /// A core over one step; shares of that step, 0 to 1.
  record Cell(int row, long startNanos, long endNanos, double own, double other) {}

  static CoreRows of(CoreUse use, TimeAxis time) {
    int rows = Math.min(MOST, use.cores().size());
    long step = step(use.binNanos(), rows * time.nanos() / MOST_CELLS, time);
    List<Cell> cells = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      cells.addAll(new Spread(row, lastCore(row, rows, use) - row, step, time).cells(use));
    }
    return new CoreRows(
        names(use, rows),
        cells,
        time.clamp(use.bins().stream().mapToLong(Bin::startNanos).min().orElse(0)),
        time.clamp(use.bins().stream().mapToLong(Bin::endNanos).max().orElse(0)),
        use.ownMeasured());
  }

  /// What the grey part of a row stands for.
  String otherLabel() {
    return ownMeasured ? CoresPanel.OTHER : CoresPanel.MACHINE;
  }

  /// Whole bins, so that no use is spread over time in which it was not measured.
  private static long step(long bin, long bound, TimeAxis time) {
    long shortest = Math.max(bound, time.nanos() / FINEST_STEPS);
    return bin * Math.max(1, (shortest + bin - 1) / bin);
  }

  private static int lastCore(int row, int rows, CoreUse use) {
    return row == rows - 1 ? use.cores().size() : row + 1;
  }

  private static List<String> names(CoreUse use, int rows) {
    List<Integer> cores = use.cores();
    int folded = cores.size() - rows + 1;
    return IntStream.range(0, rows)
        .mapToObj(row ->
            row == rows - 1 && folded > 1
                ? "…and " + folded + " more cores"
                : "core " + cores.get(row))
        .toList();
  }

  /// The bins of the cores of one row, spread over steps.
  private record Spread(int row, int cores, long step, TimeAxis time) {

    List<Cell> cells(CoreUse use) {
      Set<Integer> mine = new HashSet<>(use.cores().subList(row, row + cores));
      int steps = (int) (Math.ceilDiv(time.endNanos(), step) - first());
      double[] own = new double[steps];
      double[] other = new double[steps];
      use.bins().stream()
          .filter(bin -> mine.contains(bin.core()))
          .forEach(bin -> spread(bin, own, other));
      return IntStream.range(0, steps)
          .mapToObj(index -> cell(index, own[index], other[index]))
          .filter(cell -> cell.own + cell.other >= INVISIBLE)
          .toList();
    }

    private void spread(Bin bin, double[] own, double[] other) {
      long end = Math.min(bin.endNanos(), time.endNanos());
      for (long at = time.clamp(bin.startNanos()); at < end; ) {
        int index = (int) (Math.floorDiv(at, step) - first());
        long next = Math.min(end, (first() + index + 1) * step);
        own[index] += bin.own() * (next - at);
        other[index] += bin.other() * (next - at);
        at = next;
      }
    }

    /// The number of the first step, counted from time 0.
    private long first() {
      return Math.floorDiv(time.startNanos(), step);
    }

    private Cell cell(int index, double own, double other) {
      long start = Math.max(time.startNanos(), (first() + index) * step);
      long end = Math.min((first() + index + 1) * step, time.endNanos());
      double whole = (double) (end - start) * cores;
      double ownShare = Math.min(1, own / whole);
      return new Cell(row, start, end, ownShare, Math.min(1 - ownShare, other / whole));
    }
  }
}
