package io.github.heddle.kernel.weave;

import java.util.Set;
import java.util.function.IntUnaryOperator;

/// Where a class comes from in a notebook.
///
/// @param file what stack traces show as the file, such as `cell 7`
/// @param lines from a line of the class file to the line of the cell
/// @param volatiles the variables that the cell declares volatile, which the compiler of snippets
///   leaves out
public record CellSource(String file, IntUnaryOperator lines, Set<String> volatiles) {
  public CellSource {
    volatiles = Set.copyOf(volatiles);
  }
}
