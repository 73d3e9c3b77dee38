package io.github.heddle.host;

import io.github.heddle.picture.Bundle;

/// An output under a cell that can be replaced. Any thread may do so, also after the cell.
public interface Showing {
  /// Shows this in its place.
  void replace(Bundle bundle);
}
