package io.github.heddle.kernel.evaluation;

import io.github.heddle.cell.CellException;
import org.jspecify.annotations.Nullable;

/// What came of evaluating a piece of Java.
public sealed interface Evaluation {
  /// It ran, and there is nothing to show: a declaration, a statement, a void call.
  record Done() implements Evaluation {}

  /// It ran, and its last part was an expression.
  record Value(@Nullable Object value) implements Evaluation {}

  /// It does not compile. What stood before the first problem may have run.
  record Rejected(CellException problems) implements Evaluation {}

  /// It threw. Frames of notebook code carry the file name `cell N` and the line of the cell; the
  /// exception is the one that was thrown, not a copy.
  record Threw(Throwable exception) implements Evaluation {}

  /// Its scope was stopped.
  record Stopped() implements Evaluation {}
}
