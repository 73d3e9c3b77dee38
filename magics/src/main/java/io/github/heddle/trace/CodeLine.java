package io.github.heddle.trace;

/// A line of code: of a cell, or of a file.
///
/// @param source such as `cell 4` or `Bank.java`
/// @param number from 1
public record CodeLine(String source, int number) {
  /// `cell 4, line 2`.
  public String text() {
    return source + ", line " + number;
  }
}
