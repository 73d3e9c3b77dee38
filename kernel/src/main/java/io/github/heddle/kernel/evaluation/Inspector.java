package io.github.heddle.kernel.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/// Signature and documentation of what stands at a cursor. Used by the thread that compiles.
final class Inspector {
  private final JShell shell;

  Inspector(JShell shell) {
    this.shell = shell;
  }

  Optional<Inspection> at(String code, int cursor) {
    int end = Code.nameEnd(code, cursor);
    int start = Pieces.lastStart(code.substring(0, end), shell.sourceCodeAnalysis());
    boolean call = code.startsWith("(", Code.skipBlank(code, end));
    String upToName = code.substring(start, end);
    List<Documentation> found = documentation(upToName + (call ? "(" : ""));
    if (found.isEmpty() && !call && end > start) {
      found = documentation(upToName + "("); // the name of a method, without brackets yet
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(inspection(found));
  }

  private List<Documentation> documentation(String code) {
    return shell.sourceCodeAnalysis().documentation(code, code.length(), true);
  }

  private static Inspection inspection(List<Documentation> found) {
    String text =
        found.stream()
            .map(each -> signature(each) + javadoc(each).map(doc -> "\n\n" + doc).orElse(""))
            .collect(Collectors.joining("\n\n"));
    String markdown =
        found.stream()
            .map(each ->
                "```java\n"
                    + signature(each)
                    + "\n```"
                    + javadoc(each).map(doc -> "\n\n" + doc).orElse(""))
            .collect(Collectors.joining("\n\n---\n\n"));
    return new Inspection(text, markdown);
  }

  /// Annotations of types are not written in notebooks.
  private static String signature(Documentation documentation) {
    return documentation.signature().replaceAll("@[\\w.]+ ", "");
  }

  private static Optional<String> javadoc(Documentation documentation) {
    return Optional.ofNullable(documentation.javadoc()).map(Javadoc::markdown);
  }
}
