package io.github.heddle.host;

import io.github.heddle.cell.CellException;

/// Compiles the body of a magic against all that earlier cells declared.
public interface BodyCompiler {
  /// Compiles the body once and evaluates the elements it is run over.
  ///
  /// @throws CellException with the line and column of the cell, where the text does not compile,
  ///   or `over` is no collection, array, stream or map
  CompiledBody compile(BodySource source) throws CellException;
}
