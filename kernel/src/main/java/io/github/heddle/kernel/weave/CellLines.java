package io.github.heddle.kernel.weave;

import java.util.function.IntUnaryOperator;

/// Where the lines of a class stand in a notebook.
///
/// @param file what stack traces show as the file, such as `cell 7`
/// @param lines from a line of the class file to the line of the cell
public record CellLines(String file, IntUnaryOperator lines) {}
