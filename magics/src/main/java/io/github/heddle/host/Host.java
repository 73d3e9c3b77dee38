package io.github.heddle.host;

import io.github.heddle.cell.Cell;
import io.github.heddle.picture.Bundle;
import io.github.heddle.scope.Scope;

/// The kernel as a magic sees it, for the length of one cell. Used on the thread that runs the
/// magic.
public interface Host {
  /// The cell under way.
  Cell cell();

  /// The threads of that cell.
  Scope scope();

  /// Compiles bodies.
  BodyCompiler bodies();

  /// Shows an output under the cell. Any thread may do so.
  ///
  /// @return for showing something else in its place
  Showing show(Bundle bundle);
}
