package io.github.heddle.kernel.evaluation;

import io.github.heddle.cell.CellException;
import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.Position;
import io.github.heddle.cell.Problem;
import io.github.heddle.kernel.evaluation.CellThread.Ran;
import io.github.heddle.kernel.evaluation.Compiler.Evaluated;
import io.github.heddle.kernel.evaluation.Pieces.Piece;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
  private static final Pattern RETURN = Pattern.compile("\\breturn\\b");

  private final Consumer<String> say;
  private final Compiler compiler;
  private final SourceName name;
  private final CellThread thread;
  private final List<DeclarationSnippet> declared = new ArrayList<>();
  private final Set<ExpressionText> rejected = new HashSet<>();

  /// @param say prints a line under the cell
  CellEvaluation(Compiler compiler, SourceName name, CellThread thread, Consumer<String> say) {
    this.say = say;
    this.compiler = compiler;
    this.name = name;
    this.thread = thread;
  }

  /// Reads all of the source before any of it runs: what cannot be read keeps all from running.
  Evaluation of(Fragment source) {
    return compiler
        .expression(source, name)
        .flatMap(only -> alone(only, shown(source)))
        .orElseGet(() -> pieces(source));
  }

  private Evaluation pieces(Fragment source) {
    Pieces pieces = compiler.use(shell -> Pieces.of(source, shell.sourceCodeAnalysis()));
    if (pieces.unreadable().isPresent()) {
      return new Evaluation.Rejected(unreadable(pieces.unreadable().get()));
    }
    Optional<CellException> returning = returning(pieces.snippets());
    if (returning.isPresent()) {
      return new Evaluation.Rejected(returning.get());
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

  /// A cell is no method: the compiler would go on with the next snippet.
  private Optional<CellException> returning(List<Piece> pieces) {
    return pieces.stream()
        .map(Piece::source)
        .filter(source -> RETURN.matcher(source.text()).find())
        .filter(source -> compiler.use(_ -> returns(source)))
        .findFirst()
        .map(CellEvaluation::noReturn);
  }

  private boolean returns(Fragment source) {
    BodyText read = new BodyText(source, compiler.syntax());
    return read.complaints().isEmpty() && read.returns();
  }

  private static CellException noReturn(Fragment source) {
    Matcher found = RETURN.matcher(Code.withoutLiterals(source.text()));
    int start = found.find() ? found.start() : 0;
    Position at = Places.part(source, start, source.text().length()).at();
    return new CellException(
        "CompileError",
        List.of(
            Problem.at(at, "return".length(), "return stands outside of a method")
                .withHint(
                    "the value of a cell is its last expression; put what is to be left early into"
                        + " a method")));
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
    return compiler
        .expression(source, name)
        .flatMap(text -> alone(text, shown(source)).or(() -> declaring(text, shown(source))));
  }

  private static boolean shown(Fragment source) {
    return !Code.endsWithSemicolon(source.text());
  }

  /// Nothing where it did not compile, be it before.
  private Optional<Evaluation> alone(ExpressionText text, boolean shown) {
    if (rejected.contains(text)) {
      return Optional.empty();
    }
    Optional<Ran> ran = compiler.evaluate(text, thread);
    if (ran.isEmpty()) {
      rejected.add(text);
    }
    return ran.map(how -> ran(how, shown));
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
    tellLost(compiler.variables(all -> all.lost(evaluated.events())));
    boolean shown = evaluated.events().stream().anyMatch(CellEvaluation::showsValue);
    return evaluation(evaluated, text, shown);
  }

  private void tellLost(List<String> variables) {
    if (!variables.isEmpty()) {
      say.accept(
          "%s lost %s: objects made before do not fit the new declaration; make them anew"
              .formatted(
                  String.join(", ", variables),
                  variables.size() == 1 ? "its value" : "their values"));
    }
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
      List<Complaint> complaints = Complaint.of(shell.diagnostics(event.snippet())).toList();
      if (event.causeSnippet() == null && useless(event, complaints)) {
        CellException rejected = new Rejection(shell, compiler.loader()).of(complaints, text);
        return unusable(shell, List.of(event.snippet()))
            .map(first -> both(first, rejected, complaints))
            .or(() -> Optional.of(rejected));
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

  /// Whether nothing that comes later can make it compile.
  private static boolean useless(SnippetEvent event, List<Complaint> complaints) {
    return event.status() == Status.REJECTED
        || (recoverable(event.status()) && complaints.stream().anyMatch(Complaint::aboutSize));
  }

  /// What is wrong with declarations before it stands first, and alone where it is why the rest is
  /// rejected.
  private static CellException both(
      CellException first, CellException then, List<Complaint> complaints) {
    return complaints.stream().allMatch(Complaint::aboutName)
        ? first
        : new CellException(
            then.kind(),
            Stream.concat(first.problems().stream(), then.problems().stream()).toList());
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
    return compiler.use(shell -> unusable(shell, List.of()));
  }

  /// What is wrong with declarations of this cell that cannot be used.
  ///
  /// @param rejected nothing is told of what only refers to these
  private Optional<CellException> unusable(JShell shell, List<Snippet> rejected) {
    Rejection rejection = new Rejection(shell, compiler.loader());
    List<DeclarationSnippet> open =
        declared.stream()
            .filter(each -> recoverable(shell.status(each)))
            .filter(each -> !rejection.waitsForOneOf(rejected, each))
            .toList();
    return open.isEmpty() ? Optional.empty() : Optional.of(unresolved(shell, open));
  }

  private static boolean recoverable(Status status) {
    return status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED;
  }

  private CellException unresolved(JShell shell, List<DeclarationSnippet> snippets) {
    return new Rejection(shell, compiler.loader()).unresolved(snippets, compiler::text);
  }
}
