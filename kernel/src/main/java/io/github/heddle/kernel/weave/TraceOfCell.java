package io.github.heddle.kernel.weave;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What woven classes call in place of `printStackTrace()`: prints what Java prints, with cell and
/// line in place of the classes that the compiler wraps snippets in, and without the kernel's
/// frames.
public final class TraceOfCell {
  private static final Pattern FRAME =
      Pattern.compile("(\\s*at )(?:[\\w.@-]*/)*([\\w.$]+)\\.([^.(]+)\\((.*)\\)");
  private static final Pattern IN_CELL = Pattern.compile("([^$].*):(\\d+)");
  private static final Pattern COMMON = Pattern.compile("\\s*\\.\\.\\. \\d+ more");

  /// The classes that the compiler wraps snippets in.
  private static final Pattern WRAPPING = Pattern.compile("REPL\\.\\$JShell\\$\\w+\\$(?=\\w)");

  private static final List<String> KERNEL =
      List.of(
          "io.github.heddle.",
          "org.dflib.jjava.",
          "jdk.jshell.",
          "jdk.internal.reflect.",
          "java.lang.reflect.");

  /// Below it the cell stands once more.
  private static final String CALL = "io.github.heddle.kernel.evaluation.ExpressionValue";

  private TraceOfCell() {}

  /// In place of [Throwable#printStackTrace()]. An exception that prints itself in its own way
  /// does.
  public static void printStackTrace(Throwable exception) {
    if (printsItself(exception)) {
      exception.printStackTrace();
    } else {
      printInheritedStackTrace(exception);
    }
  }

  /// In place of `super.printStackTrace()`.
  public static void printInheritedStackTrace(Throwable exception) {
    System.err.print(of(exception));
  }

  private static boolean printsItself(Throwable exception) {
    try {
      Method print = exception.getClass().getMethod("printStackTrace");
      return print.getDeclaringClass() != Throwable.class;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every exception has it", e);
    }
  }

  /// The text, lines that end.
  static String of(Throwable exception) {
    StringWriter text = new StringWriter();
    exception.printStackTrace(new PrintWriter(text, true));
    return String.join(System.lineSeparator(), lines(text.toString())) + System.lineSeparator();
  }

  private static List<String> lines(String trace) {
    List<String> kept = new ArrayList<>();
    boolean below = false;
    for (String line : trace.lines().toList()) {
      Matcher frame = FRAME.matcher(line);
      boolean isFrame = frame.matches();
      below = (isFrame || COMMON.matcher(line).matches()) && (below || line.contains(CALL));
      if (isFrame && !below) {
        addFrame(frame, kept);
      } else if (!isFrame && !COMMON.matcher(line).matches()) {
        kept.add(WRAPPING.matcher(line).replaceAll(""));
      }
    }
    return kept;
  }

  private static void addFrame(Matcher frame, List<String> kept) {
    String type = frame.group(2);
    Matcher place = IN_CELL.matcher(frame.group(4));
    if (!type.startsWith("REPL.")) {
      if (!ofKernel(type, frame.group(3))) {
        kept.add(frame.group());
      }
    } else if (place.matches()) {
      String method = frame.group(3);
      boolean named = !method.contains("$") && !method.startsWith("<");
      kept.add(
          frame.group(1)
              + "%s, line %s".formatted(place.group(1), place.group(2))
              + (named ? " in " + method : ""));
    }
  }

  private static boolean ofKernel(String type, String method) {
    return KERNEL.stream().anyMatch(type::startsWith)
        || (type.equals("java.lang.Thread") && method.startsWith("run"));
  }
}
