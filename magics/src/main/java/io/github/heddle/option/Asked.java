package io.github.heddle.option;

import io.github.heddle.cell.CellException;
import io.github.heddle.cell.MagicLine;

/// What a magic line asks the magic to do.
public sealed interface Asked {
  /// Run the body in this way.
  record Run(Options options) implements Asked {}

  /// Explain the magic: a text in lines of at most 100 characters.
  record Help(String text) implements Asked {}

  /// Reads the line of a model's magic, such as `%%threads`.
  ///
  /// @throws CellException with every problem at its column
  static Asked by(MagicLine line) throws CellException {
    return new LineReader(line).read();
  }
}
