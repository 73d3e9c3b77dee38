package io.github.heddle.picture;

import io.github.heddle.picture.WaitGraph.Box;
import io.github.heddle.picture.WaitGraph.Head;
import io.github.heddle.picture.WaitGraph.Label;
import io.github.heddle.picture.WaitGraph.Line;
import io.github.heddle.picture.raster.Canvas;
import io.github.heddle.picture.raster.Glyphs;
import io.github.heddle.trace.State;

/// Draws who waits for whom in pixels.
///
/// @param left where its left edge is on the canvas
/// @param top where its upper edge is
record DeadlockPainting(Canvas canvas, int left, int top) {
  private static final int GREY = 0x595959;
  private static final int HEAD = 12;
  private static final int SCALE = Painting.SCALE;

  static int height(WaitGraph graph) {
    return SCALE * graph.height();
  }

  void paint(WaitGraph graph) {
    graph.lines().forEach(this::line);
    graph.boxes().forEach(this::box);
    graph.heads().forEach(this::head);
    graph.labels().forEach(this::label);
  }

  private void line(Line line) {
    int width = SCALE * (line.x2() - line.x());
    int height = SCALE * (line.y2() - line.y());
    canvas.fill(x(line.x()) - 1, y(line.y()) - 1, width + 3, height + 3, GREY);
  }

  private void box(Box box) {
    Look look = Look.of(State.LOCKED);
    int height = SCALE * box.height();
    canvas.fill(x(box.x()), y(box.y()), SCALE * box.width(), height, look.rgb());
    int middle = y(box.y()) + (height - Glyphs.TEXT.height()) / 2;
    canvas.text(x(box.x() + 8), middle, box.text(), Glyphs.TEXT, look.ink());
  }

  /// A triangle, row by row.
  private void head(Head head) {
    for (int row = 0; row < HEAD; row++) {
      if (head.down()) {
        canvas.fill(x(head.x()) - row / 2, y(head.y()) - row, row + 1, 1, GREY);
      } else {
        canvas.fill(x(head.x()) + row, y(head.y()) - row / 2, 1, row + 1, GREY);
      }
    }
  }

  private void label(Label label) {
    int upper = y(label.y()) - Glyphs.TEXT.height() / 2;
    canvas.text(x(label.x()), upper, label.text(), Glyphs.TEXT, Look.BLACK);
  }

  private int x(int page) {
    return left + SCALE * page;
  }

  private int y(int page) {
    return top + SCALE * page;
  }
}
