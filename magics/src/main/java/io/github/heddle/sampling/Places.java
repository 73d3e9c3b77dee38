package io.github.heddle.sampling;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where in the user's code a thread is, from its stack. Pure.
final class Places {
  /// Frames that are looked at, from the innermost.
  static final int DEPTH = 64;

  private static final Pattern CELL = Pattern.compile("(?:.+, )?cell \\d+");
  private static final Pattern JDK = Pattern.compile("(java|javax|jdk|sun|com\\.sun)\\..*");

  private Places() {}

  /// `cell 4, line 2`; where no cell is on the stack, the innermost line that is not the JDK's,
  /// such as `Bank.java, line 12`.
  static Optional<String> of(StackTraceElement[] stack) {
    return Stream.of(stack)
        .filter(frame -> frame.getFileName() != null && frame.getLineNumber() > 0)
        .filter(frame -> CELL.matcher(frame.getFileName()).matches())
        .findFirst()
        .or(() -> Stream.of(stack).filter(Places::known).findFirst())
        .map(frame -> frame.getFileName() + ", line " + frame.getLineNumber());
  }

  private static boolean known(StackTraceElement frame) {
    return frame.getFileName() != null
        && frame.getLineNumber() > 0
        && !JDK.matcher(frame.getClassName()).matches();
  }
}
