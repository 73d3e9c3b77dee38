package io.github.heddle.sampling;

import io.github.heddle.trace.CodeLine;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where in the user's code a thread is, from its stack. Pure.
final class Places {
  /// Frames that are looked at, from the innermost.
  static final int DEPTH = 64;

  private static final Pattern CELL = Pattern.compile("(?:.+, )?cell \\d+");

  /// Part of the name of every cell: far quicker to look for.
  private static final String SOME_CELL = "cell ";

  private static final Pattern JDK = Pattern.compile("(java|javax|jdk|sun|com\\.sun)\\..*");

  /// What runs the bodies of tasks, and what they call of Heddle.
  private static final Pattern HEDDLE =
      Pattern.compile(
          "io\\.github\\.heddle\\."
              + "((kernel|model|task|worker|sampling|scope|ship|host)\\.|[A-Z]).*");

  private Places() {}

  /// The innermost line of a cell; where no cell is on the stack, the innermost that is neither the
  /// JDK's nor Heddle's.
  static Optional<CodeLine> line(StackTraceElement[] stack) {
    return cell(stack)
        .or(() ->
            Stream.of(stack)
                .filter(Places::known)
                .filter(frame -> !HEDDLE.matcher(frame.getClassName()).matches())
                .findFirst())
        .flatMap(Places::line);
  }

  private static Optional<CodeLine> line(StackTraceElement frame) {
    return Optional.ofNullable(frame.getFileName())
        .map(file -> new CodeLine(file, frame.getLineNumber()));
  }

  private static Optional<StackTraceElement> cell(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      String file = frame.getFileName();
      if (file != null
          && file.contains(SOME_CELL)
          && frame.getLineNumber() > 0
          && CELL.matcher(file).matches()) {
        return Optional.of(frame);
      }
    }
    return Optional.empty();
  }

  /// `cell 4, line 2`; where no cell is on the stack, the innermost line that is not the JDK's,
  /// such as `Bank.java, line 12`.
  static Optional<String> of(StackTraceElement[] stack) {
    return cell(stack)
        .or(() -> Stream.of(stack).filter(Places::known).findFirst())
        .flatMap(Places::line)
        .map(CodeLine::text);
  }

  private static boolean known(StackTraceElement frame) {
    return frame.getFileName() != null
        && frame.getLineNumber() > 0
        && !JDK.matcher(frame.getClassName()).matches();
  }
}
