package io.github.heddle.kernel.evaluation;

import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.JavacTaskPool;
import java.io.Writer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Compiles classes that stand beside those of the notebook and declare nothing that later cells
/// may use, in one pass of the Java compiler: JShell takes three, and after each it looks through
/// all classes that the compiler has ever met. Used by the thread that compiles.
final class ExpressionCompiler {
  private static final List<String> OPTIONS =
      List.of("-g", "-parameters", "-proc:none", "-Xlint:none");
  private static final URI SOURCE = URI.create("notebook:///Expression.java");
  private static final Writer NOWHERE = Writer.nullWriter();

  private final ExpressionFiles files;
  private JavacTaskPool pool = new JavacTaskPool(1);

  /// Whether classes of the notebook came or changed that the kept compiler does not know of.
  private boolean outdated;

  private ExpressionCompiler(ExpressionFiles files) {
    this.files = files;
  }

  /// The kernel's jar says which packages of the compiler it needs; who starts the kernel by its
  /// class need not, and goes without.
  ///
  /// @param others where all other classes are
  static Optional<ExpressionCompiler> available(JavaFileManager others) {
    Module javac = ToolProvider.getSystemJavaCompiler().getClass().getModule();
    boolean open =
        Stream.of("api", "code", "util")
            .allMatch(each ->
                javac.isExported(
                    "com.sun.tools.javac." + each, ExpressionCompiler.class.getModule()));
    return open
        ? Optional.of(new ExpressionCompiler(new ExpressionFiles(others)))
        : Optional.empty();
  }

  /// Makes a class of the notebook known, or replaces it.
  void declare(String className, byte[] classFile) {
    files.declare(className, classFile);
    outdated = true;
  }

  /// There are more libraries from now on, or something did not fit into a class file, which the
  /// compiler would not get over.
  void beginAnew() {
    pool = new JavacTaskPool(1);
  }

  /// The class files of a compilation unit with one class, by names of classes; nothing if it does
  /// not compile.
  Optional<Map<String, byte[]>> compile(String className, String unit) {
    boolean compiled =
        pool.getTask(
            NOWHERE,
            files,
            new DiagnosticCollector<JavaFileObject>(),
            OPTIONS,
            null,
            List.of(SimpleJavaFileObject.forSource(SOURCE, unit)),
            task -> compiled(task, className));
    Map<String, byte[]> classFiles = files.taken();
    return compiled ? Optional.of(classFiles) : Optional.empty();
  }

  private boolean compiled(JavacTask task, String className) {
    NotebookSymbols symbols = new NotebookSymbols(task);
    if (outdated) {
      symbols.forgetAll();
      outdated = false;
    }
    boolean compiled = task.call();
    symbols.forget(className);
    return compiled;
  }
}
