package io.github.heddle.kernel.evaluation;

import io.github.heddle.kernel.evaluation.CellThread.Ran;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;

/// JShell, and the lock that guards it.
final class Compiler implements AutoCloseable {
  /// What came of one snippet.
  record Evaluated(List<SnippetEvent> events, Ran ran) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final CellLoader loader = new CellLoader(Compiler.class.getClassLoader());
  private final Snippets snippets = new Snippets(this::wrapper);
  private final CellClasses classes = new CellClasses(loader, snippets);
  private final CellControl control = new CellControl(classes, lock);
  private final JShell shell =
      JShell.builder()
          .executionEngine(control.provider(), null)
          .idGenerator(snippets::announce)
          .compilerOptions("-parameters", "-proc:none")
          .build();

  private SourceCodeAnalysis.SnippetWrapper wrapper(Snippet snippet) {
    return shell.sourceCodeAnalysis().wrapper(snippet);
  }

  /// Does something with the compiler while no other thread does.
  <T> T use(Function<JShell, T> body) {
    lock.lock();
    try {
      return body.apply(shell);
    } finally {
      lock.unlock();
    }
  }

  /// Compiles a snippet and runs it on the thread given, if any. Other threads may use the compiler
  /// while it runs.
  Evaluated evaluate(SnippetText text, Optional<CellThread> thread) {
    return use(_ -> {
      snippets.begin(text);
      control.runOn(thread);
      List<SnippetEvent> events = shell.eval(text.text());
      classes.settle();
      events.forEach(this::forget);
      return new Evaluated(events, control.last());
    });
  }

  /// The compiler keeps the value of every expression in a variable that nobody sees.
  private void forget(SnippetEvent event) {
    if (event.snippet().subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND
        && event.causeSnippet() == null) {
      drop((VarSnippet) event.snippet());
    }
  }

  /// Takes a variable out of the notebook, and lets go of its value.
  void drop(VarSnippet variable) {
    if (shell.status(variable).isActive()) {
      release(wrapper(variable).fullClassName(), variable.name());
      shell.drop((PersistentSnippet) variable);
      classes.settle();
    }
  }

  private void release(String className, String variable) {
    try {
      Field field = classes.findClass(className).getDeclaredField(variable);
      if (!field.getType().isPrimitive()) {
        field.setAccessible(true);
        field.set(null, null);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no variable " + variable + " in " + className, e);
    }
  }

  /// The text a snippet came from. Only inside [#use].
  SnippetText text(Snippet snippet) {
    return snippets.text(snippet);
  }

  /// The class loader of all cells.
  CellLoader loader() {
    return loader;
  }

  @Override
  public void close() {
    use(_ -> {
      shell.close();
      return true;
    });
  }
}
