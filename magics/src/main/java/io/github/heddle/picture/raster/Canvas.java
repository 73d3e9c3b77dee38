package io.github.heddle.picture.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Pixels of at most 256 colours, white to begin with. What lies outside is not drawn. Not
/// thread-safe.
public final class Canvas {
  /// The coverage of a pixel that a letter fills. Few steps to it: all colours of a usual picture
  /// fit into 4 bits, and letters look no worse than with more.
  private static final int FULL = 3;

  private static final int MOST_COLOURS = 256;

  private final int width;
  private final int height;
  private final byte[] pixels;
  private final List<Integer> colours = new ArrayList<>();
  private final Map<Integer, Integer> numbers = new HashMap<>();

  public Canvas(int width, int height) {
    this.width = width;
    this.height = height;
    this.pixels = new byte[width * height];
    number(0xFFFFFF);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /// Fills a rectangle.
  public void fill(int x, int y, int w, int h, int rgb) {
    int from = Math.clamp(x, 0, width);
    int to = Math.clamp((long) x + w, from, width);
    byte number = (byte) number(rgb);
    for (int row = Math.max(0, y); row < Math.min(height, y + h); row++) {
      Arrays.fill(pixels, row * width + from, row * width + to, number);
    }
  }

  /// Writes a line of text.
  ///
  /// @param x where it begins
  /// @param y the top of the line
  public void text(int x, int y, String text, Glyphs glyphs, int rgb) {
    int pen = x;
    for (int character : text.codePoints().toArray()) {
      Glyphs.Glyph glyph = glyphs.glyph(character);
      draw(glyph, pen + glyph.left(), y + glyph.top(), rgb);
      pen += glyph.advance();
    }
  }

  /// The numbers of the colours, row by row.
  byte[] pixels() {
    return pixels.clone();
  }

  /// The colours by number.
  List<Integer> colours() {
    return List.copyOf(colours);
  }

  private void draw(Glyphs.Glyph glyph, int left, int top, int rgb) {
    for (int row = 0; row < glyph.rows().size(); row++) {
      String line = glyph.rows().get(row);
      for (int column = 0; column < line.length(); column++) {
        int coverage = line.charAt(column) - '0';
        if (coverage > 0) {
          blend(left + column, top + row, rgb, coverage);
        }
      }
    }
  }

  private void blend(int x, int y, int rgb, int coverage) {
    if (x >= 0 && x < width && y >= 0 && y < height) {
      int at = y * width + x;
      int below = colours.get(pixels[at] & 0xFF);
      pixels[at] = (byte) number(mix(below, rgb, coverage));
    }
  }

  private static int mix(int below, int above, int coverage) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int from = (below >> shift) & 0xFF;
      int to = (above >> shift) & 0xFF;
      mixed |= (from + (to - from) * coverage / FULL) << shift;
    }
    return mixed;
  }

  private int number(int rgb) {
    return numbers.computeIfAbsent(
        rgb,
        colour -> {
          if (colours.size() == MOST_COLOURS) {
            throw new IllegalStateException("more than " + MOST_COLOURS + " colours");
          }
          colours.add(colour);
          return colours.size() - 1;
        });
  }
}
