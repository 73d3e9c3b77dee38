package io.github.heddle.host;

import io.github.heddle.Comparison;
import io.github.heddle.Run;
import io.github.heddle.cell.CellException;
import io.github.heddle.task.Work;

/// A body that has been compiled, and the way back into the notebook for what comes of it.
public interface CompiledBody {
  /// The body and its elements.
  Work<?, ?> work();

  /// Declares a variable of type `List<R>` in the notebook that holds the run's results, R the
  /// body's real type.
  void declareResults(String variable, Run<?> run) throws CellException;

  /// Declares a variable of type `Comparison<R>` in the notebook that holds the comparison.
  void declareComparison(String variable, Comparison<?> comparison) throws CellException;

  /// Declares a variable of type `Run<R>` in the notebook that holds the run.
  void declareRun(String variable, Run<?> run) throws CellException;
}
