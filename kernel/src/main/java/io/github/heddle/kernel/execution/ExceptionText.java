package io.github.heddle.kernel.execution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells an exception of a cell: type, message, frames of the notebook, causes, what was
/// suppressed. The exception's own methods are code of the cell and may themselves fail.
final class ExceptionText {
  /// The classes that the compiler wraps snippets in, which messages of the JVM name.
  private static final Pattern WRAPPING =
      Pattern.compile("REPL\\.\\$JShell\\$\\w+(?:\\$(?=\\w)|\\.)");

  private final Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<String> lines = new ArrayList<>();

  private ExceptionText() {}

  static ErrorReport report(Throwable exception) {
    ExceptionText text = new ExceptionText();
    text.add("", exception);
    return new ErrorReport(name(exception), message(exception), text.lines);
  }

  private void add(String relation, Throwable exception) {
    if (!told.add(exception)) {
      return;
    }
    String message = message(exception);
    lines.add(relation + Ansi.red(name(exception)) + (message.isEmpty() ? "" : ": " + message));
    lines.addAll(FrameText.lines(exception.getStackTrace()));
    for (Throwable suppressed : exception.getSuppressed()) {
      add("also: ", suppressed);
    }
    Throwable cause = exception.getCause();
    if (cause != null) {
      add("caused by: ", cause);
    }
  }

  private static String name(Throwable exception) {
    Class<?> type = exception.getClass();
    return type.getSimpleName().isEmpty() ? type.getName() : type.getSimpleName();
  }

  private static String message(Throwable exception) {
    try {
      String message = exception.getMessage();
      return message == null ? "" : WRAPPING.matcher(message).replaceAll("");
    } catch (Throwable e) {
      return "(its message cannot be had: " + e.getClass().getSimpleName() + ")";
    }
  }
}
