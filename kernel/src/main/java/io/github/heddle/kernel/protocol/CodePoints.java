package io.github.heddle.kernel.protocol;

/// The protocol counts characters by code points, Java by UTF-16 units. Pure.
final class CodePoints {
  private CodePoints() {}

  /// The index in `text` of a place counted in code points; places outside are moved to the ends.
  static int toIndex(String text, int codePoints) {
    int inside = Math.clamp(codePoints, 0, text.codePointCount(0, text.length()));
    return text.offsetByCodePoints(0, inside);
  }

  /// How many code points stand before this index of `text`.
  static int before(String text, int index) {
    return text.codePointCount(0, Math.clamp(index, 0, text.length()));
  }
}
