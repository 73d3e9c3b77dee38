package io.github.heddle.kernel.evaluation;

import io.github.heddle.cell.Fragment;
import io.github.heddle.host.BodyCompiler;
import io.github.heddle.scope.LoopBreaker;
import io.github.heddle.scope.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Java, cell by cell. Calls are serialised by the implementation; user code runs on threads of the
/// scope given, never on the calling thread, so the caller is never interrupted by a stop.
public interface Evaluator extends AutoCloseable {
  /// Evaluates declarations, statements and expressions in order and blocks until they ended or the
  /// scope was stopped.
  ///
  /// @param name what errors call it
  /// @param source Java without magics, with its place in the cell
  Evaluation evaluate(SourceName name, Fragment source, Scope scope);

  /// The same for a cell of the notebook.
  ///
  /// @param cell the number shown in errors
  default Evaluation evaluate(int cell, Fragment source, Scope scope) {
    return evaluate(SourceName.cell(cell), source, scope);
  }

  /// A compiler of magic bodies for that cell.
  BodyCompiler bodies(SourceName name, Scope scope);

  /// The same for a cell of the notebook.
  default BodyCompiler bodies(int cell, Scope scope) {
    return bodies(SourceName.cell(cell), scope);
  }

  /// The variables that cells declared, in the order of their declaration, with their values now.
  List<Variable> variables();

  /// What could stand at the cursor.
  ///
  /// @param cursor an index into `code` in UTF-16 units
  Completions complete(String code, int cursor);

  /// Signature and documentation of what stands at the cursor.
  Optional<Inspection> inspect(String code, int cursor);

  /// Whether the code could be run as it stands.
  Completeness completeness(String code);

  /// Makes classes of these jars and folders visible to all cells from now on.
  void addToClassPath(List<Path> places);

  /// From now on documentation is read from these jars and folders of sources, too.
  void addSources(List<Path> places);

  /// What breaks the loops of a stopped scope's threads.
  LoopBreaker loopBreaker();

  @Override
  void close();
}
