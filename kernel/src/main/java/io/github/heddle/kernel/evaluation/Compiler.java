package io.github.heddle.kernel.evaluation;

import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.Position;
import io.github.heddle.kernel.classfiles.CompilerFiles;
import io.github.heddle.kernel.evaluation.CellThread.Ran;
import io.github.heddle.kernel.weave.CellSource;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/// JShell, and the lock that guards it.
final class Compiler implements AutoCloseable {
  /// What came of one snippet.
  record Evaluated(List<SnippetEvent> events, Ran ran) {
    /// The events of the snippet itself.
    Stream<SnippetEvent> own() {
      return events.stream().filter(event -> event.causeSnippet() == null);
    }

    /// Whether nothing is wrong with it and nothing missing.
    boolean compiled() {
      return own().allMatch(event -> event.status() == Status.VALID);
    }
  }

  private record Hidden(int cell, VarSnippet variable) {}

  /// How names of our variables begin.
  static final String HIDDEN = "heddle$";

  /// How names of classes of expressions begin: no snippet is called so.
  private static final String CLASS = "$JShell$heddle";

  /// A folder without classes.
  private static final String NOWHERE =
      Path.of(System.getProperty("java.home"), "no-classes").toString();

  private final PackageIndex packages = new PackageIndex();
  private final AtomicLong hiddenCount = new AtomicLong();
  private final AtomicLong expressionCount = new AtomicLong();
  private final List<Hidden> hidden = new ArrayList<>();
  private final Syntax syntax = new Syntax();
  private final ReentrantLock lock = new ReentrantLock();
  private final CellLoader loader = new CellLoader(Compiler.class.getClassLoader());
  private final Snippets snippets = new Snippets(this::wrapper);
  private final StandardJavaFileManager files =
      CompilerFiles.ofThisJvm()
          .apply(ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null));
  private final Optional<ExpressionCompiler> expressions = ExpressionCompiler.available(files);
  private final CellClasses classes = new CellClasses(loader, snippets, this::compiled);
  private final CellControl control = new CellControl(classes, lock);
  private final JShell shell =
      JShell.builder()
          .executionEngine(control.provider(), null)
          .idGenerator(snippets::announce)
          .fileManager(_ -> files)
          .compilerOptions("-g", "-parameters", "-proc:none")
          .build();
  private final NotebookScope declared = new NotebookScope(shell);
  private final StandingImports imports;

  /// @throws IllegalArgumentException if the imports cannot be compiled
  Compiler(StandingImports imports) {
    this.imports = imports;
    if (!evaluate(imports.text(), Optional.empty()).compiled()) {
      throw new IllegalArgumentException("not imports: " + imports.text().text());
    }
    rehearse();
  }

  /// The first expression finds a compiler that has compiled one: the client takes its time.
  private void rehearse() {
    use(_ ->
        ExpressionText.of(new Fragment("0 + 0", Position.START), "start", syntax)
            .flatMap(text -> compiled(CLASS, text)));
  }

  private SourceCodeAnalysis.SnippetWrapper wrapper(Snippet snippet) {
    return shell.sourceCodeAnalysis().wrapper(snippet);
  }

  /// Does something with the compiler while no other thread does, and out of reach of a stop.
  <T> T use(Function<JShell, T> body) {
    return Shielded.call(() -> alone(body));
  }

  private <T> T alone(Function<JShell, T> body) {
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
      forgetBroken(events);
      events.forEach(this::forget);
      return new Evaluated(events, control.last());
    });
  }

  /// Compiles an expression in one pass and runs it on the thread given; nothing is run where it
  /// does not compile so.
  Optional<Ran> evaluate(ExpressionText text, CellThread thread) {
    return use(_ ->
        compiled(CLASS + expressionCount.incrementAndGet(), text)
            .map(this::defined)
            .flatMap(className -> control.run(className, ExpressionText.METHOD, thread)));
  }

  private record CompiledUnit(String name, SnippetText text, Map<String, byte[]> classFiles) {}

  private Optional<CompiledUnit> compiled(String name, ExpressionText text) {
    return expressions.flatMap(compiler ->
        declared
            .head(text.expression().text())
            .map(head -> text.unit(head, name))
            .flatMap(unit ->
                compiler
                    .compile(name, unit.text())
                    .map(classFiles -> new CompiledUnit(name, unit, classFiles))));
  }

  private String defined(CompiledUnit unit) {
    LineTable lines = LineTable.of(unit.text);
    classes.define(unit.classFiles, new CellSource(unit.text.source(), lines, Set.of()));
    return NotebookScope.PACKAGE + "." + unit.name;
  }

  private void compiled(String className, byte[] classFile) {
    expressions.ifPresent(compiler -> compiler.declare(className, classFile));
  }

  /// Adds libraries to the notebook.
  void addToClassPath(List<Path> places) {
    use(_ -> {
      places.forEach(place -> shell.addToClasspath(place.toString()));
      expressions.ifPresent(ExpressionCompiler::beginAnew);
      return places;
    });
  }

  /// What is too large for a class file stays in the compiler's tables, where it would keep every
  /// later class from being written; a class path that is new makes the compiler begin anew.
  private void forgetBroken(List<SnippetEvent> events) {
    List<Snippet> broken =
        events.stream().map(SnippetEvent::snippet).filter(this::tooLarge).toList();
    broken.forEach(each -> {
      if (each instanceof PersistentSnippet declaration && shell.status(each).isActive()) {
        shell.drop(declaration);
      }
    });
    if (!broken.isEmpty()) {
      shell.addToClasspath(NOWHERE);
      expressions.ifPresent(ExpressionCompiler::beginAnew);
    }
  }

  private boolean tooLarge(Snippet snippet) {
    return Complaint.of(shell.diagnostics(snippet)).anyMatch(Complaint::aboutSize);
  }

  /// The compiler keeps the value of every expression in a variable that nobody sees.
  private void forget(SnippetEvent event) {
    if (event.snippet().subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND
        && event.causeSnippet() == null) {
      drop((VarSnippet) event.snippet());
    }
  }

  /// Takes the variables out of the notebook that a snippet declared.
  void drop(Evaluated evaluated) {
    use(_ -> {
      evaluated
          .own()
          .map(SnippetEvent::snippet)
          .filter(VarSnippet.class::isInstance)
          .forEach(each -> drop((VarSnippet) each));
      return evaluated;
    });
  }

  /// Takes a variable out of the notebook, and lets go of its value.
  void drop(VarSnippet variable) {
    if (shell.status(variable).isActive()) {
      release(wrapper(variable).fullClassName(), variable.name());
      shell.drop((PersistentSnippet) variable);
      classes.settle();
    }
  }

  /// The variables that cells declared, with their values.
  List<Variable> variables() {
    return use(_ ->
        shell
            .variables()
            .filter(each -> shell.status(each).isActive() && !each.name().contains("$"))
            .map(each -> new Variable(each.name(), each.typeName(), value(each)))
            .toList());
  }

  /// The variables of which a snippet took the values: the objects in them are of a class that has
  /// another shape now.
  List<String> lost(Evaluated evaluated) {
    return use(_ ->
        evaluated.events().stream()
            .filter(event -> event.causeSnippet() != null && event.isSignatureChange())
            .map(SnippetEvent::snippet)
            .flatMap(each -> each instanceof VarSnippet variable ? Stream.of(variable) : null)
            .filter(each -> !each.name().contains("$"))
            .filter(each -> shell.status(each) != Status.VALID || value(each) == null)
            .map(VarSnippet::name)
            .distinct()
            .toList());
  }

  private @Nullable Object value(VarSnippet variable) {
    try {
      Field field =
          classes.findClass(wrapper(variable).fullClassName()).getDeclaredField(variable.name());
      field.setAccessible(true);
      return field.get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no variable " + variable.name(), e);
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

  /// A name for a variable of ours that the user never sees.
  String hiddenName() {
    return HIDDEN + hiddenCount.incrementAndGet();
  }

  /// Marks the variables that were declared as ours.
  void hide(int cell, List<SnippetEvent> declared) {
    use(_ -> {
      declared.stream()
          .map(SnippetEvent::snippet)
          .filter(VarSnippet.class::isInstance)
          .forEach(each -> hidden.add(new Hidden(cell, (VarSnippet) each)));
      return hidden;
    });
  }

  /// Takes our variables of other cells out of the notebook.
  void dropHidden(int cell) {
    use(_ -> {
      hidden.stream().filter(each -> each.cell() != cell).forEach(each -> drop(each.variable()));
      return hidden.removeIf(each -> each.cell() != cell);
    });
  }

  /// The type of an expression as it is written in the notebook.
  String typeOf(String expression) {
    return use(shell -> shell.sourceCodeAnalysis().analyzeType(expression, expression.length()));
  }

  /// Reads bodies. Only inside [#use].
  Syntax syntax() {
    return syntax;
  }

  /// The text a snippet came from. Only inside [#use].
  SnippetText text(Snippet snippet) {
    return snippets.text(snippet);
  }

  /// The imports that are in force in all cells.
  StandingImports imports() {
    return imports;
  }

  /// The names of packages.
  PackageIndex packages() {
    return packages;
  }

  /// The class loader of all cells.
  CellLoader loader() {
    return loader;
  }

  @Override
  public void close() {
    packages.close();
    use(_ -> {
      shell.close();
      return true;
    });
  }
}
