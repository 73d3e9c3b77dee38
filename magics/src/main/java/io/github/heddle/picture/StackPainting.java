package io.github.heddle.picture;

import io.github.heddle.picture.raster.Canvas;
import io.github.heddle.picture.raster.Glyphs;
import java.util.List;

/// Scenes under each other in pixels, on one time axis and with one legend.
final class StackPainting {
  private static final int BETWEEN = 2 * Painting.GAP;

  private final Stack stack;
  private final int left;
  private final List<String> title;
  private final List<String> lines;
  private final Canvas canvas;

  private StackPainting(Stack stack) {
    this.stack = stack;
    this.left = Painting.leftOf(stack.panels().stream().map(Stack.Panel::scene).toList());
    int width = left + Painting.PLOT + 2 * Painting.MARGIN;
    int inside = width - 2 * Painting.MARGIN;
    this.title = Wrapping.lines(stack.headline(), Glyphs.TITLE::width, inside);
    this.lines =
        stack.lines().stream()
            .flatMap(line -> Wrapping.lines(line, Glyphs.TEXT::width, inside).stream())
            .toList();
    this.canvas = new Canvas(Painting.wholePixels(width), Painting.wholePixels(height()));
  }

  static Canvas of(Stack stack) {
    StackPainting painting = new StackPainting(stack);
    painting.paint();
    return painting.canvas;
  }

  private int height() {
    int panels =
        stack.panels().stream().mapToInt(panel -> panelHeight(panel.scene()) + BETWEEN).sum();
    return 2 * Painting.MARGIN
        + title.size() * Glyphs.TITLE.height()
        + lines.size() * Glyphs.TEXT.height()
        + panels
        + Glyphs.TEXT.height()
        + Painting.legendHeight();
  }

  private static int panelHeight(Scene scene) {
    int ticks = Painting.GAP / 2 + 6 + Glyphs.TEXT.height();
    return Glyphs.TEXT.height()
        + Painting.GAP / 2
        + scene.lanes().size() * Painting.SCALE * scene.laneHeight()
        + ticks;
  }

  private void paint() {
    int y = Painting.MARGIN;
    for (String line : title) {
      y = text(line, Glyphs.TITLE, Look.BLACK, y);
    }
    for (String line : lines) {
      y = text(line, Glyphs.TEXT, Painting.GREY, y);
    }
    for (Stack.Panel panel : stack.panels()) {
      y = text(panel.title(), Glyphs.TEXT, Look.BLACK, y + BETWEEN) + Painting.GAP / 2;
      y = panel(new Painting(panel.scene(), left, canvas, y), panel.scene().time().titled());
    }
  }

  private int panel(Painting painting, boolean last) {
    painting.lanes();
    painting.ticks();
    if (last) {
      painting.axisTitle();
      painting.legendOf(stack.states());
    }
    return painting.bottom();
  }

  private int text(String line, Glyphs glyphs, int rgb, int y) {
    canvas.text(Painting.MARGIN, y, line, glyphs, rgb);
    return y + glyphs.height();
  }
}
