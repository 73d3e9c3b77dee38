package io.github.heddle.kernel.execution;

import io.github.heddle.cell.Cell;
import io.github.heddle.cell.CellSyntax;
import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.Segment;
import io.github.heddle.kernel.evaluation.Evaluation;
import java.util.List;
import java.util.concurrent.Callable;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.jspecify.annotations.Nullable;

/// Runs the text of a cell, magics and Java, as part of a running cell.
record Interpretation(BaseKernel kernel, RunningCell cell) {
  /// Runs it all; gives its last value, null where there is none.
  @Nullable Object value(Cell text) throws Throwable {
    return switch (text.parse()) {
      case CellSyntax.CellMagic(var line, var body) ->
          magic("%%" + line.name(), () -> new Magics(kernel).call(line, body));
      case CellSyntax.Statements(var segments) -> last(segments);
    };
  }

  private @Nullable Object last(List<Segment> segments) throws Throwable {
    Object value = null;
    for (Segment segment : segments) {
      value =
          switch (segment) {
            case Segment.Java(var source) -> java(source);
            case Segment.LineMagic(var line) ->
                magic("%" + line.name(), () -> new Magics(kernel).call(line));
          };
    }
    return value;
  }

  /// Runs Java.
  @Nullable Object java(Fragment source) throws Throwable {
    return switch (cell.evaluator().evaluate(cell.source(), source, cell.scope())) {
      case Evaluation.Done() -> null;
      case Evaluation.Value(var value) -> value;
      case Evaluation.Rejected(var problems) -> throw problems;
      case Evaluation.Threw(var exception) -> throw exception;
      case Evaluation.Stopped() -> null;
    };
  }

  private @Nullable Object magic(String name, Callable<@Nullable Object> call) {
    return cell.scope().stopped() ? null : cell.magic(name, call).orElse(null);
  }
}
