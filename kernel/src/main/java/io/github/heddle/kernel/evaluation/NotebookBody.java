package io.github.heddle.kernel.evaluation;

import io.github.heddle.Comparison;
import io.github.heddle.Run;
import io.github.heddle.cell.CellException;
import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.Position;
import io.github.heddle.host.CompiledBody;
import io.github.heddle.host.Handoff;
import io.github.heddle.scope.LoopBreaker;
import io.github.heddle.scope.Scope;
import io.github.heddle.task.Work;
import java.util.function.Consumer;

/// A compiled body, and the hidden variable that knows its type.
///
/// @param variable holds the work
record NotebookBody(
    Compiler compiler, Cells cells, SourceName name, Work<?, ?> work, String variable)
    implements CompiledBody {
  @Override
  public void declareResults(String declared, Run<?> run) throws CellException {
    declare(declared, "results()", handoff -> handoff.deliver(run));
  }

  @Override
  public void declareRun(String declared, Run<?> run) throws CellException {
    declare(declared, "run()", handoff -> handoff.deliver(run));
  }

  @Override
  public void declareComparison(String declared, Comparison<?> comparison) throws CellException {
    declare(declared, "comparison()", handoff -> handoff.deliver(comparison));
  }

  private void declare(String declared, String call, Consumer<Handoff<?>> delivery)
      throws CellException {
    String handoff = compiler.hiddenName();
    String made = "var " + handoff + " = new " + Handoff.class.getName() + "<>(" + variable + ");";
    if (evaluate(made, true) instanceof Evaluation.Value(Handoff<?> handedOver)) {
      delivery.accept(handedOver);
      String expression = handoff + "." + call;
      // type written out, value assigned: a declaration that named the variable that is dropped
      // could not be compiled again, as an import of its type demands
      evaluate(compiler.typeOf(expression) + " " + declared + ";", false);
      evaluate(declared + " = " + expression + ";", false);
    }
  }

  /// In a scope of its own: a stopped run is handed over, too.
  private Evaluation evaluate(String source, boolean hidden) throws CellException {
    SnippetText text =
        new SnippetText.Builder(name.text())
            .add(new Fragment("", Position.START))
            .insert(source)
            .build();
    Evaluation ended =
        cells.in(
            name,
            Scope.root("hand over", LoopBreaker.NONE),
            evaluation -> hidden ? evaluation.hidden(text) : evaluation.snippet(text));
    if (ended instanceof Evaluation.Rejected(CellException problems)) {
      throw problems;
    }
    return ended;
  }
}
