package io.github.heddle.cell;

/// A piece of a cell's text and where in the cell it begins.
public record Fragment(String text, Position at) {
  /// Where in the cell the character with this index stands.
  ///
  /// @param index from 0 to the length of the text
  public Position positionOf(int index) {
    int lineStart = text.lastIndexOf('\n', index - 1) + 1;
    if (lineStart == 0) {
      return new Position(at.line(), at.column() + index);
    }
    int lines = (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    return new Position(at.line() + lines, index - lineStart + 1);
  }

  /// A part of this fragment.
  public Fragment part(int begin, int end) {
    return new Fragment(text.substring(begin, end), positionOf(begin));
  }
}
