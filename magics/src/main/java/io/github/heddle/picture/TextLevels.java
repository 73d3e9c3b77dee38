package io.github.heddle.picture;

import io.github.heddle.report.Figures;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Cores and memory as lines of characters, the higher the more, each with what it says in words.
///
/// @param columns how many characters the time axis has
record TextLevels(int columns, TimeAxis time) {
  private static final String BLOCKS = " ▁▂▃▄▅▆▇█";

  /// A stretch of time and how high it is, 0 to 1.
  private record Level(long fromNanos, long toNanos, double height) {
    double inside(long from, long to) {
      return height * Math.max(0, Math.min(to, toNanos) - Math.max(from, fromNanos));
    }
  }

  List<String> cores(CoreRows cores) {
    return IntStream.range(0, cores.names().size()).mapToObj(row -> core(cores, row)).toList();
  }

  private String core(CoreRows cores, int row) {
    List<CoreRows.Cell> cells = cores.cells().stream().filter(c -> c.row() == row).toList();
    ToDoubleFunction<CoreRows.Cell> drawn =
        cores.ownMeasured() ? CoreRows.Cell::own : CoreRows.Cell::other;
    List<Level> levels =
        cells.stream()
            .map(c -> new Level(c.startNanos(), c.endNanos(), drawn.applyAsDouble(c)))
            .toList();
    double looked = Math.max(1, cores.toNanos() - cores.fromNanos());
    String own =
        CoresPanel.OWN + " " + Figures.percent(spent(cells, CoreRows.Cell::own) / looked) + ", ";
    return "%s |%s| %s%s %s"
        .formatted(
            padded(cores.names().get(row), cores.names()),
            line(levels),
            cores.ownMeasured() ? own : "",
            cores.otherLabel(),
            Figures.percent(spent(cells, CoreRows.Cell::other) / looked));
  }

  private static double spent(List<CoreRows.Cell> cells, ToDoubleFunction<CoreRows.Cell> whose) {
    return cells.stream()
        .mapToDouble(cell -> whose.applyAsDouble(cell) * (cell.endNanos() - cell.startNanos()))
        .sum();
  }

  List<String> memory(MemoryRows memory) {
    return IntStream.range(0, memory.names().size()).mapToObj(row -> memory(memory, row)).toList();
  }

  private String memory(MemoryRows memory, int row) {
    List<MemoryRows.Cell> cells = memory.row(row);
    List<Level> all =
        cells.stream()
            .map(c -> new Level(c.startNanos(), c.endNanos(), memory.share(c.bytes())))
            .toList();
    LongSummaryStatistics heap =
        cells.stream().mapToLong(cell -> cell.most().heapBytes()).summaryStatistics();
    return "%s |%s| %s %s to %s%s"
        .formatted(
            padded(memory.names().get(row), memory.names()),
            line(all),
            MemoryPanel.HEAP,
            Figures.bytes(heap.getMin()),
            Figures.bytes(heap.getMax()),
            left(cells));
  }

  private static String left(List<MemoryRows.Cell> cells) {
    OptionalLong left =
        cells.isEmpty() ? OptionalLong.empty() : cells.getLast().most().afterCollectionBytes();
    return left.stream()
        .mapToObj(bytes -> ", " + MemoryPanel.LEFT + " " + Figures.bytes(bytes))
        .findFirst()
        .orElse("");
  }

  private String line(List<Level> levels) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < columns; column++) {
      long from = time.startNanos() + column * time.nanos() / columns;
      long to = Math.max(from + 1, time.startNanos() + (column + 1) * time.nanos() / columns);
      double height =
          levels.stream().mapToDouble(level -> level.inside(from, to)).sum() / (to - from);
      line.append(BLOCKS.charAt((int) Math.clamp(Math.ceil(8 * height - 0.04), 0, 8)));
    }
    return line.toString();
  }

  private static String padded(String name, List<String> names) {
    int widest = names.stream().mapToInt(String::length).max().orElse(0);
    return name + " ".repeat(widest - name.length());
  }
}
