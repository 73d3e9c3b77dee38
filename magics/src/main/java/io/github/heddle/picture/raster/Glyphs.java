package io.github.heddle.picture.raster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// The characters of one typeface at one size, drawn beforehand. A character that is not among them
/// is drawn as a question mark. Immutable.
public final class Glyphs {
  private static final Pattern SPACE = Pattern.compile(" ");

  /// For labels.
  public static final Glyphs TEXT = read("text.glyphs");

  /// For numbers on bars: small and bold.
  public static final Glyphs SMALL = read("small.glyphs");

  /// For headlines: larger and bold.
  public static final Glyphs TITLE = read("title.glyphs");

  /// One character.
  ///
  /// @param advance how far the next character is to the right
  /// @param left where its rows begin, from the pen
  /// @param top where its rows begin, from the top of the line
  /// @param rows a digit of coverage for each pixel, 1 to 3, other characters for none
  record Glyph(int advance, int left, int top, List<String> rows) {}

  private final int height;
  private final Map<Integer, Glyph> glyphs;

  private Glyphs(int height, Map<Integer, Glyph> glyphs) {
    this.height = height;
    this.glyphs = glyphs;
  }

  /// The height of a line in pixels.
  public int height() {
    return height;
  }

  /// The width of a line in pixels.
  public int width(String text) {
    return text.codePoints().map(character -> glyph(character).advance).sum();
  }

  Glyph glyph(int character) {
    Glyph known = glyphs.get(character);
    return known != null ? known : Objects.requireNonNull(glyphs.get((int) '?'));
  }

  private static Glyphs read(String resource) {
    try (InputStream stream = Objects.requireNonNull(Glyphs.class.getResourceAsStream(resource));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return parse(lines.lines().filter(line -> !line.startsWith("#")).toList());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Glyphs parse(List<String> lines) {
    Map<Integer, Glyph> glyphs = new HashMap<>();
    List<String> rows = List.of();
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith("glyph ")) {
        rows = new ArrayList<>();
        String[] words = SPACE.split(line, -1);
        glyphs.put(
            Integer.parseInt(words[1], 16),
            new Glyph(number(words[2]), number(words[3]), number(words[4]), rows));
      } else {
        rows.add(line);
      }
    }
    return new Glyphs(number(SPACE.split(lines.getFirst(), -1)[1]), Map.copyOf(glyphs));
  }

  private static int number(String word) {
    return Integer.parseInt(word);
  }
}
