package io.github.heddle.cell;

import java.util.List;

/// What a cell is made of.
public sealed interface CellSyntax {
  /// The first line that is not blank names a magic, which does what it likes with the rest.
  ///
  /// @param body the lines under the magic line, possibly none
  record CellMagic(MagicLine line, Fragment body) implements CellSyntax {}

  /// Java, and line magics where a statement may begin.
  ///
  /// @param segments in the order of the text; none of them is blank
  record Statements(List<Segment> segments) implements CellSyntax {
    public Statements {
      segments = List.copyOf(segments);
    }
  }
}
