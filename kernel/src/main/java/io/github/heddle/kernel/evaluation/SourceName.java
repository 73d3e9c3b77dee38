package io.github.heddle.kernel.evaluation;

/// What errors and stack traces call a piece of Java.
///
/// @param cell the number of the cell under way: hidden variables live as long as it is
/// @param text `cell 7`, or for code that was loaded `lesson.ipynb, cell 3`
public record SourceName(int cell, String text) {
  /// The name of a cell of this notebook.
  public static SourceName cell(int number) {
    return new SourceName(number, "cell " + number);
  }
}
