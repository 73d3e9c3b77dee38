package io.github.heddle.kernel.evaluation;

import java.util.Optional;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/// Whether code could be run as it stands. Used by the thread that compiles.
final class Reading {
  private static final String INDENT = "    ";

  private final SourceCodeAnalysis analysis;

  Reading(SourceCodeAnalysis analysis) {
    this.analysis = analysis;
  }

  Completeness of(String code) {
    String rest = code;
    while (true) {
      CompletionInfo info = analysis.analyzeCompletion(rest);
      Optional<Completeness> found = completeness(info, code);
      if (found.isPresent()) {
        return found.get();
      }
      rest = info.remaining();
    }
  }

  private static Optional<Completeness> completeness(CompletionInfo info, String code) {
    return switch (info.completeness()) {
      case EMPTY -> Optional.of(new Completeness.Complete());
      case COMPLETE, COMPLETE_WITH_SEMI ->
          info.remaining().isBlank() ? Optional.of(new Completeness.Complete()) : Optional.empty();
      case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE ->
          Optional.of(new Completeness.Incomplete(indent(code)));
      case UNKNOWN -> Optional.of(new Completeness.Invalid());
    };
  }

  private static String indent(String code) {
    String line = code.stripTrailing().lines().reduce("", (_, last) -> last);
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    return line.endsWith("{") || line.endsWith("(") ? indent + INDENT : indent;
  }
}
