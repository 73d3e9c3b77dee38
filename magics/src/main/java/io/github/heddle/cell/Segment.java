package io.github.heddle.cell;

/// A stretch of a cell that is no cell magic.
public sealed interface Segment {
  /// Statements, declarations and expressions, over whole lines.
  record Java(Fragment source) implements Segment {}

  /// One line `%name args`.
  record LineMagic(MagicLine line) implements Segment {}
}
