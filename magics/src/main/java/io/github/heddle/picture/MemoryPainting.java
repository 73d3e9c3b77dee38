package io.github.heddle.picture;

import io.github.heddle.picture.MemoryRows.Cell;
import io.github.heddle.picture.raster.Canvas;

/// Draws the memory of processes in pixels.
///
/// @param left where the time axis begins on the canvas
/// @param top where the first row begins
record MemoryPainting(Canvas canvas, TimeAxis time, int left, int top) {
  /// All that it takes, with the legend.
  static int height(MemoryRows memory) {
    return Painting.GAP + rows(memory) + Painting.legendHeight();
  }

  static int rowHeight(MemoryRows memory) {
    return Painting.SCALE * memory.rowHeight();
  }

  private static int rows(MemoryRows memory) {
    return memory.names().size() * rowHeight(memory);
  }

  /// Returns where the rows end.
  int paint(MemoryRows memory) {
    memory.cells().forEach(cell -> cell(cell, memory));
    memory.cells().forEach(cell -> left(cell, memory));
    return top + rows(memory);
  }

  private void cell(Cell cell, MemoryRows memory) {
    int floor = floor(cell, memory);
    int heap = pixels(cell.heapBytes(), memory);
    int all = pixels(cell.bytes(), memory);
    canvas.fill(x(cell.startNanos()), floor - heap, width(cell), heap, Look.OWN);
    canvas.fill(x(cell.startNanos()), floor - all, width(cell), all - heap, Look.OTHER);
  }

  private void left(Cell cell, MemoryRows memory) {
    int line = Painting.SCALE * MemoryPanel.LINE;
    cell.leftBytes()
        .ifPresent(bytes ->
            canvas.fill(
                x(cell.startNanos()),
                floor(cell, memory) - pixels(bytes, memory) - line / 2,
                width(cell),
                line,
                Look.KEPT));
  }

  private int floor(Cell cell, MemoryRows memory) {
    return top + (cell.row() + 1) * rowHeight(memory);
  }

  private static int pixels(long bytes, MemoryRows memory) {
    return (int) Math.round(MemoryPanel.FULL * rowHeight(memory) * memory.share(bytes));
  }

  private int width(Cell cell) {
    return x(cell.endNanos()) - x(cell.startNanos());
  }

  private int x(long nanos) {
    return left + (int) Math.round(time.place(nanos, Painting.PLOT));
  }
}
