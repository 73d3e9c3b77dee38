package io.github.heddle.option;

import io.github.heddle.cell.CellException;
import io.github.heddle.cell.MagicLine;
import java.util.List;

/// What a magic line asks the magic to do.
public sealed interface Asked {
  /// Run the body in this way.
  record Run(Options options) implements Asked {}

  /// Run the body under each of these models and compare them.
  ///
  /// @param patient whether it was said how often, so that it is done however long that takes
  record Comparison(List<String> models, Options options, boolean patient) implements Asked {
    public Comparison {
      models = List.copyOf(models);
    }
  }

  /// Explain the magic: a text in lines of at most 100 characters.
  record Help(String text) implements Asked {}

  /// Reads the line of `%%compare`.
  ///
  /// @param models the names of the models that there are
  /// @throws CellException with every problem at its column
  static Asked comparisonBy(MagicLine line, List<String> models) throws CellException {
    return new LineReader(line, new CompareWords()).readComparison(new ModelNames(models));
  }

  /// Reads the line of the magic of a model.
  ///
  /// @throws CellException with every problem at its column
  static Asked by(MagicLine line) throws CellException {
    return new LineReader(
            line,
            LineReader.valuesFor(line.name())
                .orElseThrow(
                    () -> new IllegalArgumentException("no magic of this library: " + line.name())))
        .read();
  }
}
