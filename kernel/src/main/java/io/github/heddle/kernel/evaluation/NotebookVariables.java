package io.github.heddle.kernel.evaluation;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/// The variables that cells declared, and ours that nobody sees. Used by the thread that compiles.
final class NotebookVariables {
  private record Hidden(int cell, VarSnippet variable) {}

  private final JShell shell;
  private final CellClasses classes;
  private final List<Hidden> hidden = new ArrayList<>();

  NotebookVariables(JShell shell, CellClasses classes) {
    this.shell = shell;
    this.classes = classes;
  }

  /// Those of cells, with their values.
  List<Variable> ofCells() {
    return shell
        .variables()
        .filter(each -> shell.status(each).isActive() && !each.name().contains("$"))
        .map(each -> new Variable(each.name(), each.typeName(), value(each)))
        .toList();
  }

  /// Those of which a snippet took the values: the objects in them are of a class that has another
  /// shape now.
  List<String> lost(List<SnippetEvent> events) {
    return events.stream()
        .filter(event -> event.causeSnippet() != null && event.isSignatureChange())
        .map(SnippetEvent::snippet)
        .flatMap(each -> each instanceof VarSnippet variable ? Stream.of(variable) : null)
        .filter(each -> !each.name().contains("$"))
        .filter(each -> shell.status(each) != Status.VALID || value(each) == null)
        .map(VarSnippet::name)
        .distinct()
        .toList();
  }

  private @Nullable Object value(VarSnippet variable) {
    try {
      Field field = classes.findClass(holder(variable)).getDeclaredField(variable.name());
      field.setAccessible(true);
      return field.get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no variable " + variable.name(), e);
    }
  }

  private String holder(VarSnippet variable) {
    return shell.sourceCodeAnalysis().wrapper(variable).fullClassName();
  }

  /// The compiler keeps the value of every expression in a variable that nobody sees.
  void forget(SnippetEvent event) {
    if (event.snippet().subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND
        && event.causeSnippet() == null) {
      drop((VarSnippet) event.snippet());
    }
  }

  /// Takes those out of the notebook that snippets declared.
  void drop(Stream<Snippet> snippets) {
    snippets.filter(VarSnippet.class::isInstance).forEach(each -> drop((VarSnippet) each));
  }

  /// Takes one out of the notebook, and lets go of its value.
  void drop(VarSnippet variable) {
    if (shell.status(variable).isActive()) {
      release(holder(variable), variable.name());
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

  /// Marks those that snippets declared as ours.
  void hide(int cell, Stream<Snippet> snippets) {
    snippets
        .filter(VarSnippet.class::isInstance)
        .forEach(each -> hidden.add(new Hidden(cell, (VarSnippet) each)));
  }

  /// Takes ours of other cells out of the notebook.
  void dropHidden(int cell) {
    List<Hidden> others = hidden.stream().filter(each -> each.cell != cell).toList();
    others.forEach(each -> drop(each.variable));
    hidden.removeAll(others);
  }
}
