package io.github.heddle.kernel.execution;

import io.github.heddle.cell.CellException;
import io.github.heddle.cell.Problem;
import java.util.ArrayList;
import java.util.List;

/// Tells what is wrong with the text of a cell: where, the line itself, a mark under the place.
///
/// @param name what the text is called
record ProblemText(String name, String text) {
  ErrorReport report(CellException error) {
    List<String> lines = new ArrayList<>();
    lines.add(Ansi.red(error.kind()));
    error.problems().forEach(problem -> addProblem(problem, lines));
    return new ErrorReport(error.kind(), String.valueOf(error.getMessage()), lines);
  }

  private void addProblem(Problem problem, List<String> lines) {
    lines.add(Ansi.green(name + ", " + problem.at()) + ": " + problem.message());
    List<String> source = text.lines().toList();
    if (problem.at().line() <= source.size()) {
      String line = source.get(problem.at().line() - 1);
      lines.add("    " + line);
      lines.add("    " + Ansi.red(mark(line, problem)));
    }
    problem.hint().ifPresent(hint -> lines.add("  hint: " + hint));
  }

  /// Tabs stay tabs, so that the mark stands under its place.
  private static String mark(String line, Problem problem) {
    int begin = Math.min(problem.at().column() - 1, line.length());
    int length = Math.clamp(problem.length(), 1, Math.max(1, line.length() - begin));
    return line.substring(0, begin).replaceAll("[^\\t]", " ") + "^".repeat(length);
  }
}
