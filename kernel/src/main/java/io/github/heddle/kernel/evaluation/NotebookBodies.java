package io.github.heddle.kernel.evaluation;

import io.github.heddle.cell.CellException;
import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.Position;
import io.github.heddle.cell.Problem;
import io.github.heddle.host.BodyCompiler;
import io.github.heddle.host.BodySource;
import io.github.heddle.host.CompiledBody;
import io.github.heddle.kernel.evaluation.BodyText.Form;
import io.github.heddle.scope.Scope;
import io.github.heddle.task.Elements;
import io.github.heddle.task.NoElementsException;
import io.github.heddle.task.Work;
import java.util.List;
import java.util.Optional;

/// Compiles bodies of magics as one snippet each: a hidden variable whose initializer is the work,
/// so that the compiler finds the real types of elements and results.
final class NotebookBodies implements BodyCompiler {
  private static final String ELEMENTS = Elements.class.getName();

  private final Compiler compiler;
  private final Cells cells;
  private final SourceName name;
  private final Scope scope;

  NotebookBodies(Compiler compiler, Cells cells, SourceName name, Scope scope) {
    this.compiler = compiler;
    this.cells = cells;
    this.name = name;
    this.scope = scope;
  }

  @Override
  public CompiledBody compile(BodySource source) throws CellException {
    compiler.dropHidden(name.cell());
    Fragment body = importing(source.body());
    BodyText text = compiler.use(_ -> new BodyText(body, compiler.syntax()));
    if (!text.complaints().isEmpty()) {
      throw unreadable(text, body);
    }
    List<Form> forms = text.forms();
    String variable = compiler.hiddenName();
    Evaluation evaluation = evaluate(variable, source, forms.getFirst());
    if (evaluation instanceof Evaluation.Rejected && forms.size() > 1) {
      evaluation = evaluate(variable, source, forms.getLast());
    }
    return body(evaluation, variable, source.over());
  }

  private CellException unreadable(BodyText text, Fragment body) {
    return compiler.use(shell ->
        new Rejection(shell, compiler.loader())
            .unreadable(text.complaints(), SnippetText.of(name.text(), body)));
  }

  /// Evaluates the imports on top of a body.
  ///
  /// @return what stands below them
  private Fragment importing(Fragment body) throws CellException {
    int start = 0;
    for (int end = Code.importEnd(body.text(), 0); end > start; ) {
      SnippetText text = SnippetText.of(name.text(), Places.part(body, start, end));
      rejected(cells.in(name, scope, evaluation -> evaluation.snippet(text)));
      start = end;
      end = Code.importEnd(body.text(), start);
    }
    return Places.part(body, start, body.text().length());
  }

  private Evaluation evaluate(String variable, BodySource source, Form form) {
    SnippetText.Builder text =
        new SnippetText.Builder(name.text()).insert("var " + variable + " = " + ELEMENTS);
    source
        .over()
        .ifPresentOrElse(
            over -> text.insert(".of((").add(over).insert("\n))"), () -> text.insert(".none()"));
    text.insert(form.gives() ? ".returning" : ".performing")
        .insert("((task, " + source.item() + ") -> {\n");
    form.addTo(text);
    text.insert("\n});");
    return cells.in(name, scope, evaluation -> evaluation.hidden(text.build()));
  }

  private CompiledBody body(Evaluation evaluation, String variable, Optional<Fragment> over)
      throws CellException {
    rejected(evaluation);
    return switch (evaluation) {
      case Evaluation.Value(Work<?, ?> work) ->
          new NotebookBody(compiler, cells, name, work, variable);
      case Evaluation.Threw(Throwable exception) -> throw overFailed(exception, over);
      default -> throw new CellException("Stopped", problem(over, "stopped before any task began"));
    };
  }

  private static void rejected(Evaluation evaluation) throws CellException {
    if (evaluation instanceof Evaluation.Rejected(CellException problems)) {
      throw problems;
    }
  }

  private static CellException overFailed(Throwable exception, Optional<Fragment> over) {
    String message =
        exception instanceof NoElementsException ? exception.getMessage() : exception.toString();
    CellException failed = new CellException("MagicError", problem(over, "--over: " + message));
    failed.initCause(exception);
    return failed;
  }

  private static List<Problem> problem(Optional<Fragment> over, String message) {
    return List.of(
        over.map(each -> Problem.at(each.at(), Math.max(1, each.text().length()), message))
            .orElseGet(() -> Problem.at(Position.START, 1, message)));
  }
}
