package io.github.heddle.picture;

import io.github.heddle.picture.raster.Canvas;

/// A rectangle of the painting: a bar, or what stands for bars in a legend. In pixels of the
/// painting.
///
/// @param edge the colour of its outline
record Box(int width, int height, int rgb, int edge) {
  private static final int SQUARE = 18;

  /// How wide the outline is, where it has another colour.
  private static final int EDGE = 2;

  /// A bar.
  ///
  /// @param lane how high the lane is in which it lies
  static Box bar(Look look, int width, int lane) {
    int height = (int) Math.round(look.thickness() * lane / 2) * 2;
    return new Box(width, height, look.rgb(), look.edge());
  }

  /// A piece of a bar, for a legend.
  static Box piece(Look look) {
    int lane = Painting.SCALE * LanesPanel.SYMBOL;
    return bar(look, lane, lane);
  }

  /// What stands for a colour that fills no bar.
  static Box square(int rgb) {
    return new Box(SQUARE, SQUARE, rgb, rgb);
  }

  /// @param top that of the lane or line in the middle of which it lies
  /// @param lane how high that is
  void paint(Canvas canvas, int x, int top, int lane) {
    int y = top + (lane - height) / 2;
    canvas.fill(x, y, width, height, edge);
    if (edge != rgb) {
      canvas.fill(x + EDGE, y + EDGE, width - 2 * EDGE, height - 2 * EDGE, rgb);
    }
  }
}
