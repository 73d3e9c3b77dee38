package io.github.heddle.kernel.evaluation;

import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.Position;
import io.github.heddle.kernel.evaluation.CellThread.Ran;
import io.github.heddle.kernel.weave.CellSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Expressions of cells, compiled and run without JShell, as far as they can be. Used by the thread
/// that compiles.
final class Expressions {
  /// How names of their classes begin: no snippet is called so.
  private static final String CLASS = "$JShell$heddle";

  private final Optional<ExpressionCompiler> compiler;
  private final NotebookScope scope;
  private final CellClasses classes;
  private final CellControl control;
  private long count;

  private record Unit(String name, SnippetText text, Map<String, byte[]> classFiles) {}

  Expressions(
      Optional<ExpressionCompiler> compiler,
      NotebookScope scope,
      CellClasses classes,
      CellControl control) {
    this.compiler = compiler;
    this.scope = scope;
    this.classes = classes;
    this.control = control;
  }

  /// Compiles one and forgets it, so that the first of a cell finds a compiler that knows its way.
  ///
  /// @return whether it compiled
  boolean rehearse(Syntax syntax) {
    return ExpressionText.of(new Fragment("0 + 0", Position.START), "start", syntax)
        .flatMap(this::compiled)
        .isPresent();
  }

  /// Compiles an expression in one pass and runs it on the thread given; nothing is run where it
  /// does not compile so.
  Optional<Ran> evaluate(ExpressionText text, CellThread thread) {
    return compiled(text)
        .map(this::defined)
        .flatMap(className -> control.run(className, ExpressionText.METHOD, thread));
  }

  private Optional<Unit> compiled(ExpressionText text) {
    String name = CLASS + ++count;
    return compiler.flatMap(pass ->
        scope
            .head(text.expression().text())
            .map(head -> text.unit(head, name))
            .flatMap(unit ->
                pass.compile(name, unit.text())
                    .map(classFiles -> new Unit(name, unit, classFiles))));
  }

  private String defined(Unit unit) {
    LineTable lines = LineTable.of(unit.text);
    classes.define(unit.classFiles, new CellSource(unit.text.source(), lines, Set.of()));
    return NotebookScope.PACKAGE + "." + unit.name;
  }

  /// There are more libraries from now on, or something did not fit into a class file.
  void beginAnew() {
    compiler.ifPresent(ExpressionCompiler::beginAnew);
  }
}
