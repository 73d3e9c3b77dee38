package io.github.heddle.kernel.evaluation;

import io.github.heddle.cell.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/// What to do about the mistakes that learners make most.
final class Hints {
  private static final List<String> WELL_KNOWN =
      List.of("String", "System", "Integer", "Double", "Math", "List", "Map", "Thread", "Object");

  private final JShell shell;

  Hints(JShell shell) {
    this.shell = shell;
  }

  /// @param code the code that the compiler complains about
  Problem forProblem(Complaint complaint, String code, Problem problem) {
    String kind = complaint.code();
    if (kind.startsWith("compiler.err.cant.resolve")) {
      return forName(code.substring(code.lastIndexOf('.') + 1), problem);
    }
    return general(kind, complaint.message(), code).map(problem::withHint).orElse(problem);
  }

  private static Optional<String> general(String kind, String message, String code) {
    return switch (kind) {
      case String _ when message.startsWith("';' expected") ->
          Optional.of("a statement ends with a semicolon");
      case "compiler.err.invalid.meth.decl.ret.type.req" ->
          Optional.of("write what the method returns in front of its name, such as void or int");
      case "compiler.err.premature.eof" ->
          Optional.of("a brace or bracket that was opened is not closed");
      case "compiler.err.unclosed.str.lit" -> Optional.of("close the string with a double quote");
      case String _ when message.endsWith("converted to boolean") && code.contains("=") ->
          Optional.of("= assigns; == compares");
      default -> Optional.empty();
    };
  }

  /// A name that nobody declared.
  Problem forName(String name, Problem problem) {
    return Names.closest(name, declared())
        .map(meant -> problem.withHint("did you mean " + meant + "?"))
        .orElse(problem);
  }

  private Collection<String> declared() {
    Stream<String> names =
        Stream.of(shell.variables(), shell.methods(), shell.types())
            .flatMap(each -> each)
            .filter(each -> shell.status((Snippet) each).isActive())
            .map(each -> each.name())
            .filter(name -> !name.contains("$"));
    return Stream.concat(names, WELL_KNOWN.stream()).collect(Collectors.toSet());
  }
}
