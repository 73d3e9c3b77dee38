package io.github.heddle.kernel.execution;

import io.github.heddle.TasksFailed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells an exception of a cell: type, message, frames of the notebook, causes, what was
/// suppressed. What the failed tasks of a run are said to have thrown is not told again. The
/// exception's own methods are code of the cell and may themselves fail.
final class ExceptionText {
  /// The classes that the compiler wraps snippets in, which messages of the JVM name.
  private static final Pattern WRAPPING =
      Pattern.compile("REPL\\.\\$JShell\\$\\w+(?:\\$(?=\\w)|\\.)");

  private final Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<String> lines = new ArrayList<>();

  private ExceptionText() {}

  static ErrorReport report(Throwable exception) {
    ExceptionText text = new ExceptionText();
    text.add("", exception, "");
    return new ErrorReport(name(exception), message(exception), text.lines);
  }

  /// @param said what was told before
  private void add(String relation, Throwable exception, String said) {
    if (!told.add(exception)) {
      return;
    }
    String message = message(exception);
    boolean news = !message.isEmpty() && !said.contains(message);
    lines.add(relation + Ansi.red(name(exception)) + (news ? ": " + message : ""));
    lines.addAll(FrameText.lines(exception.getStackTrace()));
    for (Throwable suppressed : exception.getSuppressed()) {
      add("also: ", suppressed, "");
    }
    Throwable cause = exception.getCause();
    if (cause != null) {
      add("caused by: ", cause, exception instanceof TasksFailed ? message : "");
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
