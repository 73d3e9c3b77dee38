package io.github.heddle.kernel.evaluation;

import io.github.heddle.cell.Position;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;

/// From lines of the compilation unit that a snippet was wrapped in to lines of its cell.
final class LineTable implements IntUnaryOperator {
  private final int[] lines;

  private LineTable(int unitLines) {
    lines = new int[unitLines + 2];
  }

  /// A table for a unit of several lines that knows no line yet.
  static LineTable forUnit(String unit) {
    return new LineTable((int) unit.lines().count());
  }

  /// The table of a unit that is known as a whole.
  static LineTable of(SnippetText unit) {
    LineTable table = forUnit(unit.text());
    table.addLines(unit.text(), unit::at);
    return table;
  }

  /// Adds a snippet that is alone in its unit.
  void add(SnippetWrapper wrapper, SnippetText text) {
    addLines(wrapper.wrapped(), index -> text.at(wrapper.wrappedToSourcePosition(index)));
  }

  private void addLines(String unit, IntFunction<Position> place) {
    int line = 1;
    for (int start = 0; start < unit.length(); line++) {
      int newLine = unit.indexOf('\n', start);
      int end = newLine < 0 ? unit.length() : newLine;
      // the end of a line: what stands before the text of the cell was put there by the wrapping
      lines[line] = place.apply(Math.max(start, end - 1)).line();
      start = end + 1;
    }
  }

  /// Adds one of several methods that share a unit, which the wrapper cannot tell apart.
  void addMethod(String unit, Snippet snippet, SnippetText text) {
    String source = snippet.source().stripTrailing();
    String head = "    public static\n    ";
    for (int at = unit.indexOf(head); at >= 0; at = unit.indexOf(head, at + 1)) {
      int start = at + head.length();
      if (sameButBlanks(unit, start, source)) {
        addFrom(lineOf(unit, start), source, text);
        return;
      }
    }
  }

  /// The wrapping blanks out comments and modifiers.
  private static boolean sameButBlanks(String unit, int start, String source) {
    if (start + source.length() > unit.length()) {
      return false;
    }
    for (int index = 0; index < source.length(); index++) {
      char wrapped = unit.charAt(start + index);
      if (wrapped != source.charAt(index) && wrapped != ' ') {
        return false;
      }
    }
    return true;
  }

  private void addFrom(int unitLine, String source, SnippetText text) {
    int line = unitLine;
    lines[line++] = text.at(0).line();
    for (int at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) {
      lines[line++] = text.at(at + 1).line();
    }
  }

  private static int lineOf(String unit, int index) {
    return 1 + (int) unit.substring(0, index).chars().filter(c -> c == '\n').count();
  }

  /// The line of the cell for a line of the unit; a line that is not known stays as it is.
  @Override
  public int applyAsInt(int unitLine) {
    int line = unitLine < lines.length ? lines[unitLine] : 0;
    return line == 0 ? unitLine : line;
  }
}
