package io.github.heddle.kernel.execution;

import io.github.heddle.kernel.evaluation.ExpressionValue;
import java.util.ArrayList;
import java.util.List;

/// Stack frames as a learner needs them: those of notebook code with cell and line, of other code
/// only what notebook code called; nothing of the kernel below.
final class FrameText {
  private static final int MOST = 20;
  private static final int MOST_WITHOUT_CELL = 3;

  private FrameText() {}

  static List<String> lines(StackTraceElement[] frames) {
    List<String> lines = withoutRepetition(chosen(frames));
    if (lines.size() <= MOST) {
      return lines;
    }
    List<String> first = new ArrayList<>(lines.subList(0, MOST));
    first.add("    ... " + (lines.size() - MOST) + " more");
    return first;
  }

  private static List<String> chosen(StackTraceElement[] frames) {
    List<String> lines = new ArrayList<>();
    List<StackTraceElement> others = new ArrayList<>();
    for (StackTraceElement frame : ExpressionValue.above(frames)) {
      if (isCell(frame)) {
        addOthers(others, lines);
        lines.add(cellLine(frame));
      } else if (!isKernel(frame)) {
        others.add(frame);
      }
    }
    if (lines.isEmpty()) {
      others.stream().limit(MOST_WITHOUT_CELL).forEach(frame -> lines.add("    at " + frame));
    }
    return lines;
  }

  /// Of code that is not the notebook's, what the notebook called.
  private static void addOthers(List<StackTraceElement> others, List<String> lines) {
    if (others.size() > 1) {
      lines.add("    ... " + (others.size() - 1) + " of the library");
    }
    if (!others.isEmpty()) {
      StackTraceElement called = others.getLast();
      lines.add("    at " + called.getClassName() + "." + called.getMethodName());
    }
    others.clear();
  }

  private static List<String> withoutRepetition(List<String> lines) {
    List<String> kept = new ArrayList<>();
    int repeated = 0;
    for (int i = 0; i < lines.size(); i++) {
      boolean same = i > 0 && lines.get(i).equals(lines.get(i - 1));
      if (!same) {
        addRepeated(repeated, kept);
        kept.add(lines.get(i));
      }
      repeated = same ? repeated + 1 : 0;
    }
    addRepeated(repeated, kept);
    return kept;
  }

  private static void addRepeated(int times, List<String> lines) {
    if (times > 0) {
      lines.add("    ... the same " + times + " times more");
    }
  }

  /// Whether it is code of the notebook.
  static boolean isCell(StackTraceElement frame) {
    String source = frame.getFileName();
    return frame.getClassName().startsWith("REPL.") && source != null && !source.startsWith("$");
  }

  private static boolean isKernel(StackTraceElement frame) {
    String type = frame.getClassName();
    return type.startsWith("io.github.heddle.")
        || type.startsWith("org.dflib.jjava.")
        || type.startsWith("REPL.")
        || type.startsWith("jdk.jshell.")
        || (type.equals("java.lang.Thread") && frame.getMethodName().startsWith("run"))
        || type.startsWith("java.lang.reflect.")
        || type.startsWith("jdk.internal.reflect.");
  }

  /// Cell and line of a frame that is code of the notebook.
  static String place(StackTraceElement frame) {
    return frame.getFileName() + ", line " + frame.getLineNumber();
  }

  private static String cellLine(StackTraceElement frame) {
    boolean named = !frame.getMethodName().contains("$") && !frame.getMethodName().startsWith("<");
    return "    at " + Ansi.green(place(frame)) + (named ? " in " + frame.getMethodName() : "");
  }
}
