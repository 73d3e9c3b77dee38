package io.github.heddle.kernel.evaluation;

import io.github.heddle.cell.CellException;
import io.github.heddle.cell.Position;
import io.github.heddle.cell.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/// What the compiler says about a snippet, as problems at positions of the cell.
final class Rejection {
  private static final String KIND = "CompileError";

  private final JShell shell;
  private final Hints hints;

  /// @param loader knows the classes of the notebook and its libraries
  Rejection(JShell shell, ClassLoader loader) {
    this.shell = shell;
    this.hints = new Hints(new KnownNames(shell, loader));
  }

  /// A snippet that does not compile: one problem for each cause.
  CellException of(List<Complaint> complaints, SnippetText text) {
    Map<Position, Problem> byPlace = new LinkedHashMap<>();
    Causes.in(complaints, text.text()).stream()
        .map(each -> problem(each, text))
        .forEach(each -> byPlace.putIfAbsent(each.at(), each));
    return new CellException(KIND, byPlace.values().stream().toList());
  }

  /// A source that cannot even be read: what the parser says after its first complaint is noise.
  CellException unreadable(List<Complaint> complaints, SnippetText text) {
    return complaints.stream()
        .findFirst()
        .map(first -> of(List.of(first), text))
        .orElseGet(() -> incomplete(text));
  }

  private static CellException incomplete(SnippetText text) {
    String source = text.text().stripTrailing();
    Position end = text.at(Math.max(0, source.length() - 1));
    return new CellException(KIND, List.of(Problem.at(end, 1, "the cell ends too early")));
  }

  /// Declarations that cannot be used yet; of those that only refer to others of them nothing is
  /// told.
  CellException unresolved(
      List<DeclarationSnippet> snippets, Function<Snippet, SnippetText> texts) {
    List<DeclarationSnippet> causes =
        snippets.stream().filter(each -> !waitsForOneOf(snippets, each)).toList();
    return new CellException(
        KIND,
        (causes.isEmpty() ? snippets : causes)
            .stream().flatMap(each -> unresolved(each, texts.apply(each)).stream()).toList());
  }

  /// Whether a declaration refers to one of those, which cannot be used.
  boolean waitsForOneOf(List<? extends Snippet> snippets, DeclarationSnippet snippet) {
    Set<String> names =
        snippets.stream()
            .flatMap(each -> each instanceof DeclarationSnippet it ? Stream.of(it.name()) : null)
            .collect(Collectors.toSet());
    return shell
        .unresolvedDependencies(snippet)
        .map(Rejection::simpleName)
        .anyMatch(names::contains);
  }

  /// A declaration that cannot be used yet: it refers to what nobody declared, or the compiler says
  /// what else is wrong with it.
  private List<Problem> unresolved(DeclarationSnippet snippet, SnippetText text) {
    List<String> missing = shell.unresolvedDependencies(snippet).toList();
    List<Complaint> complaints = Complaint.of(shell.diagnostics(snippet)).toList();
    return missing.isEmpty() && !complaints.isEmpty()
        ? of(complaints, text).problems()
        : List.of(unresolved(snippet, missing, text));
  }

  private Problem unresolved(DeclarationSnippet snippet, List<String> missing, SnippetText text) {
    String names = missing.isEmpty() ? "something" : String.join(", ", missing);
    String name = missing.isEmpty() ? snippet.name() : simpleName(missing.getFirst());
    int index = Math.max(0, Names.indexOf(name, snippet.source()));
    String message = snippet.name() + " refers to " + names + ", which is not declared";
    return hints.forName(
        name, snippet.source(), Problem.at(text.at(index), name.length(), message));
  }

  /// What the compiler calls `method f(int)` or `class B`.
  private static String simpleName(String symbol) {
    String name = symbol.substring(symbol.lastIndexOf(' ', bracket(symbol)) + 1);
    return name.substring(0, bracket(name));
  }

  private static int bracket(String symbol) {
    int bracket = symbol.indexOf('(');
    return bracket < 0 ? symbol.length() : bracket;
  }

  private Problem problem(Complaint complaint, SnippetText text) {
    Span span = Span.of(complaint, text.text());
    Problem problem = Problem.at(text.at(span.start()), span.length(), complaint.sentence());
    Problem told = hints.forProblem(complaint, span.code(), problem);
    return complaint.aboutSyntax()
        ? Braces.named(hints.forSyntax(complaint, text.text(), told), complaint, text)
        : told;
  }
}
