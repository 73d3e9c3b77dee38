package io.github.heddle.kernel.evaluation;

import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.Position;

/// From indices of a text to positions of a cell.
final class Places {
  private Places() {}

  /// The position that is reached from another by walking over part of a text.
  static Position advance(Position from, String text, int start, int end) {
    int line = from.line();
    int column = from.column();
    for (int index = start; index < end; index++) {
      boolean newLine = text.charAt(index) == '\n';
      line = newLine ? line + 1 : line;
      column = newLine ? 1 : column + 1;
    }
    return new Position(line, column);
  }

  /// A part of a fragment, with its own place in the cell.
  static Fragment part(Fragment whole, int start, int end) {
    return new Fragment(
        whole.text().substring(start, end), advance(whole.at(), whole.text(), 0, start));
  }
}
