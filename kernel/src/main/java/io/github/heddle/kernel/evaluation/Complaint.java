package io.github.heddle.kernel.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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
/// @param at the index of the one character that is meant most
record Complaint(String code, String message, long start, long end, long at) {
  private static final Pattern CANDIDATE =
      Pattern.compile("(?:method|constructor) (?:[\\w<>]+\\.)*+(\\w+\\(.*?\\)) is not applicable");
  private static final String PREFIX = "compiler.err.";

  static Stream<Complaint> of(Stream<Diag> diagnostics) {
    return diagnostics
        .filter(Diag::isError)
        .map(each ->
            new Complaint(
                each.getCode(),
                each.getMessage(Locale.ENGLISH),
                each.getStartPosition(),
                each.getEndPosition(),
                each.getPosition()));
  }

  /// @param before how much text stood before the one that is meant
  static Complaint of(Diagnostic<?> diagnostic, int before) {
    return new Complaint(
        diagnostic.getCode(),
        diagnostic.getMessage(Locale.ENGLISH),
        diagnostic.getStartPosition() - before,
        diagnostic.getEndPosition() - before,
        diagnostic.getPosition() - before);
  }

  /// The compiler's name for it in short: `expected`, `cant.resolve.location`.
  String kind() {
    return code.startsWith(PREFIX) ? code.substring(PREFIX.length()) : code;
  }

  /// Whether it is about a name that nobody declared.
  boolean aboutName() {
    return kind().startsWith("cant.resolve");
  }

  /// Whether it is about `this` where there is none.
  boolean aboutThis() {
    return message.startsWith("non-static variable this");
  }

  /// Whether it is about what is too large for a class file.
  boolean aboutSize() {
    return kind().startsWith("limit.");
  }

  /// Whether it is about text that cannot be read.
  boolean aboutSyntax() {
    return Causes.syntax(this);
  }

  /// The message in one line, with short names of types: `cannot find symbol: variable x`.
  String sentence() {
    return TypeNames.shortened(oneLine())
        .replace("<nulltype>", "null")
        .replace(" in class cannot ", " cannot ")
        .replaceFirst(" in method do_it\\$\\(\\)$", "");
  }

  private String oneLine() {
    return kind().equals("cant.apply.symbols") ? candidates() : joined();
  }

  /// Of methods with one name what each of them takes; why none fits is plain then.
  private String candidates() {
    String all =
        CANDIDATE
            .matcher(message)
            .results()
            .map(each -> each.group(1))
            .collect(Collectors.joining(", "));
    return message.lines().findFirst().orElse("") + "; there are " + all;
  }

  private String joined() {
    List<String> lines = message.lines().map(line -> line.strip().replaceAll("\\s+", " ")).toList();
    String details =
        lines.stream()
            .skip(1)
            .filter(line -> !line.matches("location: class"))
            .collect(Collectors.joining("; "))
            .replaceFirst("^symbol: ", "")
            .replaceFirst("; location: ", " in ");
    String first = lines.getFirst().replaceFirst("[;.]$", "");
    return details.isEmpty() ? first : first + ": " + details;
  }
}
