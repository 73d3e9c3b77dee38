package io.github.heddle.kernel.evaluation;

import io.github.heddle.cell.CellException;
import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.Problem;
import io.github.heddle.kernel.evaluation.CellThread.Ran;
import io.github.heddle.kernel.evaluation.Compiler.Evaluated;
import io.github.heddle.kernel.evaluation.Pieces.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;

/// The evaluation of one source: its snippets in order, up to the first that fails.
final class CellEvaluation {
  private final Compiler compiler;
  private final SourceName name;
  private final CellThread thread;
  private final List<DeclarationSnippet> declared = new ArrayList<>();

  CellEvaluation(Compiler compiler, SourceName name, CellThread thread) {
    this.compiler = compiler;
    this.name = name;
    this.thread = thread;
  }

  /// Reads all of the source before any of it runs: what cannot be read keeps all from running.
  Evaluation of(Fragment source) {
    Pieces pieces = compiler.use(shell -> Pieces.of(source, shell.sourceCodeAnalysis()));
    if (pieces.unreadable().isPresent()) {
      return new Evaluation.Rejected(unreadable(pieces.unreadable().get()));
    }
    Evaluation last = new Evaluation.Done();
    for (Piece piece : pieces.snippets()) {
      last = piece(piece);
      if (!(last instanceof Evaluation.Done || last instanceof Evaluation.Value)) {
        return last;
      }
    }
    return unresolved().<Evaluation>map(Evaluation.Rejected::new).orElse(last);
  }

  private CellException unreadable(Fragment source) {
    SnippetText text = SnippetText.of(name.text(), source);
    List<SnippetEvent> events = compiler.evaluate(text, Optional.empty()).events();
    return compiler.use(shell ->
        new Rejection(shell, compiler.loader())
            .unreadable(
                events.stream()
                    .flatMap(event -> Complaint.of(shell.diagnostics(event.snippet())))
                    .toList(),
                text));
  }

  private Evaluation piece(Piece piece) {
    if (compiler.imports().contain(piece.source().text())) {
      return new Evaluation.Done();
    }
    return expression(piece.source()).orElseGet(() -> snippet(piece.text(name.text())));
  }

  /// Evaluates what is an expression and compiles as one; whatever is wrong with it is better told
  /// of the snippet that it is.
  private Optional<Evaluation> expression(Fragment source) {
    boolean shown = !Code.endsWithSemicolon(source.text());
    return compiler
        .use(_ -> ExpressionText.of(source, name.text(), compiler.syntax()))
        .flatMap(text -> alone(text, shown).or(() -> declaring(text, shown)));
  }

  private Optional<Evaluation> alone(ExpressionText text, boolean shown) {
    return compiler.evaluate(text, thread).map(ran -> ran(ran, shown));
  }

  private Optional<Evaluation> declaring(ExpressionText expression, boolean shown) {
    SnippetText text = expression.declaring(compiler.hiddenName());
    Evaluated evaluated = compiler.evaluate(text, Optional.of(thread));
    Optional<Evaluation> evaluation =
        evaluated.compiled() ? Optional.of(evaluation(evaluated, text, shown)) : Optional.empty();
    compiler.drop(evaluated);
    return evaluation;
  }

  /// Evaluates one snippet.
  Evaluation snippet(SnippetText text) {
    Evaluated evaluated = compiler.evaluate(text, Optional.of(thread));
    boolean shown = evaluated.events().stream().anyMatch(CellEvaluation::showsValue);
    return evaluation(evaluated, text, shown);
  }

  /// Evaluates the declaration of a variable of ours and gives its value.
  Evaluation hidden(SnippetText text) {
    Evaluated evaluated = compiler.evaluate(text, Optional.of(thread));
    compiler.hide(name.cell(), evaluated.events());
    return evaluation(evaluated, text, true);
  }

  private Evaluation evaluation(Evaluated evaluated, SnippetText text, boolean shown) {
    return compiler
        .use(shell -> rejected(shell, evaluated, text))
        .<Evaluation>map(Evaluation.Rejected::new)
        .orElseGet(() -> ran(evaluated.ran(), shown));
  }

  private Optional<CellException> rejected(JShell shell, Evaluated evaluated, SnippetText text) {
    for (SnippetEvent event : evaluated.events()) {
      if (event.causeSnippet() == null && event.status() == Status.REJECTED) {
        return Optional.of(
            new Rejection(shell, compiler.loader())
                .of(Complaint.of(shell.diagnostics(event.snippet())).toList(), text));
      }
      if (event.exception() instanceof UnresolvedReferenceException unresolved) {
        return Optional.of(unresolved(shell, List.of(unresolved.getSnippet())));
      }
      if (event.causeSnippet() == null && event.snippet() instanceof DeclarationSnippet snippet) {
        declared.add(snippet);
      }
    }
    return Optional.empty();
  }

  private static Evaluation ran(Ran ran, boolean shown) {
    return switch (ran) {
      case Ran.Stopped() -> new Evaluation.Stopped();
      case Ran.Threw(Throwable exception) -> new Evaluation.Threw(exception);
      case Ran.Returned(Object value) ->
          shown && !ExpressionValue.NONE.equals(value)
              ? new Evaluation.Value(value)
              : new Evaluation.Done();
    };
  }

  private static boolean showsValue(SnippetEvent event) {
    Snippet snippet = event.snippet();
    boolean expression =
        snippet.kind() == Kind.EXPRESSION
            || snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
    return event.causeSnippet() == null && expression && !Code.endsWithSemicolon(snippet.source());
  }

  private Optional<CellException> unresolved() {
    return compiler.use(shell -> {
      List<DeclarationSnippet> open =
          declared.stream().filter(each -> recoverable(shell.status(each))).toList();
      return open.isEmpty() ? Optional.empty() : Optional.of(unresolved(shell, open));
    });
  }

  private static boolean recoverable(Status status) {
    return status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED;
  }

  private CellException unresolved(JShell shell, List<DeclarationSnippet> snippets) {
    List<Problem> problems =
        snippets.stream()
            .map(each ->
                new Rejection(shell, compiler.loader()).unresolved(each, compiler.text(each)))
            .toList();
    return new CellException("CompileError", problems);
  }
}
