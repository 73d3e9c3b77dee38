package io.github.heddle.kernel.evaluation;

import io.github.heddle.cell.Fragment;
import io.github.heddle.host.BodyCompiler;
import io.github.heddle.kernel.weave.StopChecks;
import io.github.heddle.scope.LoopBreaker;
import io.github.heddle.scope.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jdk.jshell.JShell;

/// Java by the JDK's own JShell, compiled and run in this JVM.
///
/// One cell is evaluated at a time. The compiler is not made for several threads, so a lock guards
/// it; while code of the user runs the lock is free, and completion and inspection are answered.
public final class JShellEvaluator implements Evaluator {
  private final Compiler compiler;
  private final Cells cells;
  private final Sources sources = new Sources();

  /// Takes a few hundred milliseconds: best done on a thread of its own.
  ///
  /// @param imports import declarations in force in all cells, such as `import java.util.*;`
  /// @throws IllegalArgumentException if they are not
  /// @param say prints a line under the cell that is evaluated
  public JShellEvaluator(List<String> imports, Consumer<String> say) {
    compiler = new Compiler(new StandingImports(imports));
    cells = new Cells(compiler, say);
  }

  @Override
  public Evaluation evaluate(SourceName name, Fragment source, Scope scope) {
    return cells.in(name, scope, evaluation -> evaluation.of(source));
  }

  @Override
  public BodyCompiler bodies(SourceName name, Scope scope) {
    return new NotebookBodies(compiler, cells, name, scope);
  }

  @Override
  public List<Variable> variables() {
    return compiler.variables(NotebookVariables::ofCells);
  }

  @Override
  public Completions complete(String code, int cursor) {
    compiler.use(JShell::sourceCodeAnalysis); // says what is to be gathered, the first time
    compiler.packages().await();
    return compiler.use(shell -> new Completer(shell).at(code, cursor));
  }

  @Override
  public Optional<Inspection> inspect(String code, int cursor) {
    return compiler.use(shell -> {
      sources.enter(shell.sourceCodeAnalysis());
      return new Inspector(shell).at(code, cursor);
    });
  }

  @Override
  public Completeness completeness(String code) {
    return compiler.use(shell -> new Reading(shell.sourceCodeAnalysis()).of(code));
  }

  @Override
  public void addToClassPath(List<Path> places) {
    compiler.addToClassPath(places);
  }

  @Override
  public void addSources(List<Path> places) {
    compiler.use(_ -> {
      sources.add(places);
      return true;
    });
  }

  @Override
  public LoopBreaker loopBreaker() {
    StopChecks checks = compiler.loader().stopChecks();
    return new LoopBreaker() {
      @Override
      public void breakLoops(Scope stopped) {
        checks.breakLoops(stopped);
        cells.wake();
      }

      @Override
      public void ended(Scope stopped) {
        checks.ended(stopped);
      }
    };
  }

  /// The class loader of all cells.
  ClassLoader loader() {
    return compiler.loader();
  }

  @Override
  public void close() {
    compiler.close();
  }
}
