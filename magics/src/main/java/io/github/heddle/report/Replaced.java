package io.github.heddle.report;

import io.github.heddle.trace.Replacement;
import java.util.List;

/// Tells of workers that ended and were replaced.
final class Replaced {
  private Replaced() {}

  /// `; process-2 ended with task 5 and was replaced`; nothing where none was.
  static String inWords(List<Replacement> replacements) {
    return switch (replacements.size()) {
      case 0 -> "";
      case 1 -> "; " + inWords(replacements.getFirst()) + " and was replaced";
      default -> "; " + replacements.size() + " times a process that ended was replaced";
    };
  }

  /// `process-2 ended with task 5`.
  static String inWords(Replacement replacement) {
    String ended = "process-" + replacement.worker() + " ended";
    return replacement.task().isPresent()
        ? ended + " with task " + replacement.task().getAsInt()
        : ended;
  }
}
