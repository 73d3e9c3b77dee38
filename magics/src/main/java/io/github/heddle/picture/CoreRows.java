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
record CoreRows(List<String> names, List<Cell> cells) {
  static final int MOST = 16;
  private static final int MOST_CELLS = 400;
  private static final int FINEST_STEPS = 60;
  private static final double INVISIBLE = 0.005;

  /// A core over one step; shares of that step, 0 to 1.
  record Cell(int row, long startNanos, long endNanos, double own, double other) {}

  static CoreRows of(CoreUse use, TimeAxis time) {
    int rows = Math.min(MOST, use.cores().size());
    long step = step(use.binNanos(), rows * time.endNanos() / MOST_CELLS, time);
    List<Cell> cells = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      cells.addAll(new Spread(row, lastCore(row, rows, use) - row, step, time).cells(use));
    }
    return new CoreRows(names(use, rows), cells);
  }

  /// Whole bins, so that no use is spread over time in which it was not measured.
  private static long step(long bin, long bound, TimeAxis time) {
    long shortest = Math.max(bound, time.endNanos() / FINEST_STEPS);
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
      int steps = (int) ((time.endNanos() + step - 1) / step);
      double[] own = new double[steps];
      double[] other = new double[steps];
      use.bins().stream()
          .filter(bin -> mine.contains(bin.core()))
          .forEach(bin -> spread(bin, own, other));
      return IntStream.range(0, steps)
          .mapToObj(index -> cell(index * step, own[index], other[index]))
          .filter(cell -> cell.own + cell.other >= INVISIBLE)
          .toList();
    }

    private void spread(Bin bin, double[] own, double[] other) {
      long end = Math.min(bin.endNanos(), time.endNanos());
      for (long at = Math.max(0, bin.startNanos()); at < end; ) {
        int index = (int) (at / step);
        long next = Math.min(end, (index + 1) * step);
        own[index] += bin.own() * (next - at);
        other[index] += bin.other() * (next - at);
        at = next;
      }
    }

    private Cell cell(long start, double own, double other) {
      long end = Math.min(start + step, time.endNanos());
      double whole = (double) (end - start) * cores;
      double ownShare = Math.min(1, own / whole);
      return new Cell(row, start, end, ownShare, Math.min(1 - ownShare, other / whole));
    }
  }
}
