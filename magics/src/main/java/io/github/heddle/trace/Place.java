package io.github.heddle.trace;

/// The line of code where a task was during a slice, as far as looks at its stack saw it.
public record Place(CodeLine line, Seen seen) {
  /// How surely.
  public enum Seen {
    /// Whenever it was looked at.
    ALWAYS,
    /// In more than half of what was seen.
    MOSTLY,
    /// More often than in any other line.
    OFTEN,
    /// Just before the slice and just after, while the task did nothing but compute and wait for
    /// cores.
    AROUND
  }

  /// `cell 4, line 2`, `cell 4, mostly line 2`.
  public String text() {
    return switch (seen) {
      case ALWAYS -> line.text();
      case MOSTLY -> line.source() + ", mostly line " + line.number();
      case OFTEN -> line.source() + ", most often line " + line.number();
      case AROUND -> line.text() + " before and after";
    };
  }
}
