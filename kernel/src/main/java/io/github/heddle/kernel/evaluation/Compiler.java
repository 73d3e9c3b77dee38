package io.github.heddle.kernel.evaluation;

import io.github.heddle.cell.Fragment;
import io.github.heddle.kernel.classfiles.CompilerFiles;
import io.github.heddle.kernel.evaluation.CellThread.Ran;
import io.github.heddle.scope.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;

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

  /// How names of our variables begin.
  static final String HIDDEN = "heddle$";

  /// A folder without classes.
  private static final String NOWHERE =
      Path.of(System.getProperty("java.home"), "no-classes").toString();

  private static final Duration BEGIN_AFTER = Duration.ofMillis(300);

  private final PackageIndex packages = new PackageIndex();
  private final AtomicLong hiddenCount = new AtomicLong();
  private final Syntax syntax = new Syntax();
  private final ReentrantLock lock = new ReentrantLock();
  private final CellLoader loader = new CellLoader(Compiler.class.getClassLoader());
  private final Snippets snippets = new Snippets(this::wrapper);
  private final StandardJavaFileManager files =
      CompilerFiles.ofThisJvm()
          .apply(ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null));
  private final Optional<ExpressionCompiler> onePass = ExpressionCompiler.available(files);
  private final CellClasses classes = new CellClasses(loader, snippets, this::compiled);
  private final CellControl control = new CellControl(classes, lock);
  private final JShell shell =
      JShell.builder()
          .executionEngine(control.provider(), null)
          .idGenerator(snippets::announce)
          .fileManager(_ -> files)
          .compilerOptions("-g", "-parameters", "-proc:none")
          .build();
  private final NotebookVariables variables = new NotebookVariables(shell, classes);
  private final StandingImports imports;
  private final Expressions expressions;
  private final CountDownLatch firstCell = new CountDownLatch(1);
  private boolean begun;
  private boolean closed;

  /// Makes ready what expressions need; JShell takes longer and begins when it is needed, or soon.
  ///
  /// @throws IllegalArgumentException if the imports cannot be compiled
  Compiler(StandingImports imports) {
    this.imports = imports;
    this.expressions =
        new Expressions(onePass, new NotebookScope(shell, imports.text()), classes, control);
    if (beside(() -> expressions.rehearse(syntax))) {
      Scope.outside("heddle-jshell", this::beginSoon).start();
    } else {
      use(_ -> imports);
    }
  }

  /// Not at once: the first cell, which may have come with the first client, would wait for it.
  private void beginSoon() {
    try {
      var _ = firstCell.await(BEGIN_AFTER.toMillis(), TimeUnit.MILLISECONDS);
      beside(() -> {
        begin();
        return imports;
      });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Nothing is known to JShell before the imports are. A cell may be running, which must not be
  /// disturbed.
  private void begin() {
    if (!begun && !closed) {
      begun = true;
      if (!new Evaluated(declared(imports.text()), new Ran.Returned(null)).compiled()) {
        throw new IllegalArgumentException("not imports: " + imports.text().text());
      }
    }
  }

  private SourceCodeAnalysis.SnippetWrapper wrapper(Snippet snippet) {
    return shell.sourceCodeAnalysis().wrapper(snippet);
  }

  /// Does something with JShell while no other thread compiles, and out of reach of a stop.
  <T> T use(Function<JShell, T> body) {
    return beside(() -> {
      begin();
      return body.apply(shell);
    });
  }

  /// Does something that does not need JShell while no other thread compiles, and out of reach of a
  /// stop.
  <T> T beside(Supplier<T> body) {
    return Shielded.call(() -> alone(body));
  }

  private <T> T alone(Supplier<T> body) {
    lock.lock();
    try {
      return body.get();
    } finally {
      lock.unlock();
    }
  }

  /// Compiles a snippet and runs it on the thread given, if any. Other threads may use the compiler
  /// while it runs.
  Evaluated evaluate(SnippetText text, Optional<CellThread> thread) {
    return use(_ -> evaluated(text, thread));
  }

  private Evaluated evaluated(SnippetText text, Optional<CellThread> thread) {
    control.runOn(thread);
    return new Evaluated(declared(text), control.last());
  }

  private List<SnippetEvent> declared(SnippetText text) {
    snippets.begin(text);
    List<SnippetEvent> events = shell.eval(text.text());
    classes.settle();
    forgetBroken(events);
    events.forEach(variables::forget);
    return events;
  }

  /// Compiles an expression in one pass and runs it on the thread given; nothing is run where it
  /// does not compile so.
  Optional<Ran> evaluate(ExpressionText text, CellThread thread) {
    return beside(() -> expressions.evaluate(text, thread));
  }

  /// A cell that is one expression, read without JShell.
  Optional<ExpressionText> expression(Fragment source, SourceName name) {
    return beside(() -> ExpressionText.of(source, name.text(), syntax));
  }

  private void compiled(String className, byte[] classFile) {
    onePass.ifPresent(compiler -> compiler.declare(className, classFile));
  }

  /// Adds libraries to the notebook.
  void addToClassPath(List<Path> places) {
    use(_ -> {
      places.forEach(place -> shell.addToClasspath(place.toString()));
      expressions.beginAnew();
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
      expressions.beginAnew();
    }
  }

  private boolean tooLarge(Snippet snippet) {
    return Complaint.of(shell.diagnostics(snippet)).anyMatch(Complaint::aboutSize);
  }

  /// Does something with the variables of the notebook.
  <T> T variables(Function<NotebookVariables, T> body) {
    return use(_ -> body.apply(variables));
  }

  /// Takes the variables out of the notebook that a snippet declared.
  void drop(Evaluated evaluated) {
    use(_ -> {
      variables.drop(evaluated.own().map(SnippetEvent::snippet));
      return evaluated;
    });
  }

  /// A name for a variable of ours that the user never sees.
  String hiddenName() {
    return HIDDEN + hiddenCount.incrementAndGet();
  }

  /// Marks the variables that were declared as ours.
  void hide(int cell, List<SnippetEvent> declared) {
    use(_ -> {
      variables.hide(cell, declared.stream().map(SnippetEvent::snippet));
      return declared;
    });
  }

  /// Takes our variables of other cells out of the notebook.
  void dropHidden(int cell) {
    beside(() -> {
      variables.dropHidden(cell);
      return cell;
    });
  }

  /// A cell runs from here on.
  void cellBegins() {
    packages.cellBegins();
  }

  /// It does not any more.
  void cellEnds() {
    packages.cellEnds();
    firstCell.countDown();
  }

  /// The type of an expression as it is written in the notebook.
  String typeOf(String expression) {
    return use(shell -> shell.sourceCodeAnalysis().analyzeType(expression, expression.length()));
  }

  /// Reads bodies. Only inside [#use] or [#beside].
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
    beside(() -> {
      closed = true;
      shell.close();
      return true;
    });
  }
}
