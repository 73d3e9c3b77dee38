package io.github.heddle.kernel.protocol;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Java in the text of a cell that is still being written. Pure.
///
/// @param text Java, magic lines blanked
/// @param begin where in the cell it begins, in UTF-16 units
/// @param belowMagic whether a cell magic stands above it
record JavaInCell(String text, int begin, boolean belowMagic) {
  private static final Pattern CELL_MAGIC = Pattern.compile("\\s*%%[^\\n]*\\n?");
  private static final Pattern LINE_MAGIC = Pattern.compile("(?m)^\\s*%[\\p{L}_][^\\n]*$");

  static JavaInCell of(String cell) {
    Matcher magic = CELL_MAGIC.matcher(cell);
    if (magic.lookingAt()) {
      return new JavaInCell(cell.substring(magic.end()), magic.end(), true);
    }
    return new JavaInCell(
        LINE_MAGIC.matcher(cell).replaceAll(line -> " ".repeat(line.group().length())), 0, false);
  }

  /// Whether this place of the cell is in the Java.
  boolean contains(int index) {
    return index >= begin;
  }
}
