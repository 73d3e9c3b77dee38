package io.github.heddle.kernel.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;

/// What the cells declared and imported, for code that is compiled without JShell. Used by the
/// thread that compiles.
final class NotebookScope {
  /// The package of all classes of cells.
  static final String PACKAGE = "REPL";

  private final JShell shell;
  private final String imports;

  /// @param imports in force everywhere, whether JShell knows of them yet or not
  NotebookScope(JShell shell, SnippetText imports) {
    this.shell = shell;
    this.imports = imports.text();
  }

  /// The head of a compilation unit: the package, and the imports that the code may need. There is
  /// none where only JShell can compile it: while a declaration lacks another one, and where a name
  /// may hide in an escape.
  Optional<String> head(String code) {
    List<Snippet> active = shell.snippets().filter(each -> shell.status(each).isActive()).toList();
    boolean plain =
        !code.contains("\\u")
            && active.stream().allMatch(each -> shell.status(each) == Status.VALID);
    return plain
        ? Optional.of(head(active.stream().filter(each -> concerns(each, code))))
        : Optional.empty();
  }

  /// A name that the code does not mention need not be imported: the more cells, the more names.
  private boolean concerns(Snippet snippet, String code) {
    return snippet instanceof ImportSnippet
        ? !snippet.source().equals(imports)
        : (snippet instanceof PersistentSnippet named && code.contains(named.name()));
  }

  private String head(Stream<Snippet> concerned) {
    return concerned
        .map(this::imported)
        .collect(Collectors.joining("\n", "package " + PACKAGE + ";\n" + imports + "\n", "\n"));
  }

  private String imported(Snippet snippet) {
    return snippet instanceof PersistentSnippet named && !(snippet instanceof ImportSnippet)
        ? "import static %s.%s;"
            .formatted(shell.sourceCodeAnalysis().wrapper(named).fullClassName(), named.name())
        : snippet.source();
  }
}
