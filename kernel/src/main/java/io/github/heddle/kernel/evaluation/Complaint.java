package io.github.heddle.kernel.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import jdk.jshell.Diag;

/// An error that the compiler reports.
///
/// @param code the compiler's name for it
/// @param message as the compiler words it, several lines
/// @param start index into the text that was compiled
/// @param end the index after the last character
record Complaint(String code, String message, long start, long end) {
  static Stream<Complaint> of(Stream<Diag> diagnostics) {
    return diagnostics
        .filter(Diag::isError)
        .map(each ->
            new Complaint(
                each.getCode(),
                each.getMessage(Locale.ENGLISH),
                each.getStartPosition(),
                each.getEndPosition()));
  }

  /// @param before how much text stood before the one that is meant
  static Complaint of(Diagnostic<?> diagnostic, int before) {
    return new Complaint(
        diagnostic.getCode(),
        diagnostic.getMessage(Locale.ENGLISH),
        diagnostic.getStartPosition() - before,
        diagnostic.getEndPosition() - before);
  }

  /// The message in one line: `cannot find symbol: variable x`.
  String sentence() {
    List<String> lines = message.lines().map(String::strip).toList();
    String details =
        lines.stream()
            .skip(1)
            .filter(line -> !line.matches("location:\\s+class"))
            .map(
                line -> line.replaceFirst("^symbol:\\s+", "").replaceFirst("^location:\\s+", "in "))
            .collect(Collectors.joining(" "));
    return details.isEmpty() ? lines.getFirst() : lines.getFirst() + ": " + details;
  }
}
