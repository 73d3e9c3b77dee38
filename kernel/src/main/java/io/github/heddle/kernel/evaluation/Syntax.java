package io.github.heddle.kernel.evaluation;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import com.sun.tools.javac.api.JavacTaskPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Reads statements without looking at what their names mean. Used by one thread at a time.
final class Syntax {
  private static final String BEFORE = "class $ { Object $() throws Throwable {\n";
  private static final String AFTER = "\n;}}";
  private static final List<String> OPTIONS = List.of("-proc:none");
  private static final URI SOURCE = URI.create("cell:///Body.java");
  private static final Writer NOWHERE = Writer.nullWriter();

  /// What was read.
  ///
  /// @param statements all of them
  /// @param last the last that is not empty
  /// @param complaints what is no Java
  record Statements(
      List<? extends StatementTree> statements, Optional<Last> last, List<Complaint> complaints) {}

  /// The last statement and where it stands; its end may be behind the end of the text, where it
  /// lacks its semicolon.
  record Last(StatementTree tree, int start, int end) {}

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);

  private final Reader reader = poolIsOpen() ? new Kept() : this::readAnew;

  /// The kernel's jar says that it needs the package; who starts it by its class need not.
  private boolean poolIsOpen() {
    return compiler
        .getClass()
        .getModule()
        .isExported("com.sun.tools.javac.api", Syntax.class.getModule());
  }

  /// Reads the statements of a body.
  Statements read(String body) {
    return reader.read(
        List.of(SimpleJavaFileObject.forSource(SOURCE, BEFORE + body + AFTER)),
        new DiagnosticCollector<JavaFileObject>());
  }

  private interface Reader {
    Statements read(List<JavaFileObject> sources, DiagnosticCollector<JavaFileObject> complaints);
  }

  /// A compiler that is used again, as JShell does it, reads in a fifth of the time of a new one.
  private final class Kept implements Reader {
    private final JavacTaskPool pool = new JavacTaskPool(1);

    @Override
    public Statements read(
        List<JavaFileObject> sources, DiagnosticCollector<JavaFileObject> complaints) {
      return pool.getTask(
          NOWHERE, files, complaints, OPTIONS, null, sources, task -> result(task, complaints));
    }
  }

  private Statements readAnew(
      List<JavaFileObject> sources, DiagnosticCollector<JavaFileObject> complaints) {
    return result(
        (JavacTask) compiler.getTask(NOWHERE, files, complaints, OPTIONS, null, sources),
        complaints);
  }

  private static Statements result(
      JavacTask task, DiagnosticCollector<JavaFileObject> diagnostics) {
    CompilationUnitTree unit = parse(task);
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    List<? extends StatementTree> statements = statements(unit);
    return new Statements(
        statements,
        statements.reversed().stream()
            .filter(each -> !(each instanceof EmptyStatementTree))
            .findFirst()
            .map(tree -> last(tree, unit, positions)),
        diagnostics.getDiagnostics().stream()
            .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
            .map(each -> Complaint.of(each, BEFORE.length()))
            .toList());
  }

  private static Last last(
      StatementTree tree, CompilationUnitTree unit, SourcePositions positions) {
    return new Last(
        tree,
        (int) positions.getStartPosition(unit, tree) - BEFORE.length(),
        (int) positions.getEndPosition(unit, tree) - BEFORE.length());
  }

  private static List<? extends StatementTree> statements(CompilationUnitTree unit) {
    return unit.getTypeDecls().stream()
        .flatMap(type -> ((ClassTree) type).getMembers().stream())
        .flatMap(member ->
            member instanceof MethodTree method
                ? body(method)
                : Optional.<BlockTree>empty().stream())
        .findFirst()
        .<List<? extends StatementTree>>map(BlockTree::getStatements)
        .orElse(List.of());
  }

  private static java.util.stream.Stream<BlockTree> body(MethodTree method) {
    return java.util.stream.Stream.ofNullable((@Nullable BlockTree) method.getBody());
  }

  private static CompilationUnitTree parse(JavacTask task) {
    try {
      return task.parse().iterator().next();
    } catch (IOException e) {
      throw new UncheckedIOException("a source in memory could not be read", e);
    }
  }
}
