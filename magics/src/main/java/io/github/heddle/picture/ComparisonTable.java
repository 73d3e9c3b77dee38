package io.github.heddle.picture;

import io.github.heddle.report.Line;
import io.github.heddle.report.Measure;
import io.github.heddle.report.Report;
import io.github.heddle.report.Versus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The numbers of several models beside each other, the best of each line marked.
final class ComparisonTable {
  private static final String BEST = "best of a line: ";

  private ComparisonTable() {}

  static Bundle of(Versus versus) {
    List<String> models =
        versus.reports().stream().map(Report::plan).map(plan -> plan.model()).toList();
    List<Line> lines = Line.of(versus);
    return new Bundle(
        Map.of("text/html", html(models, lines), "text/plain", text(models, lines)), Map.of());
  }

  private static String html(List<String> models, List<Line> lines) {
    return "<details open><summary>Numbers ("
        + BEST
        + "<b>bold</b>; hover for definitions)</summary><table><tr><th>"
        + models.stream().map(Markup::header).collect(Collectors.joining())
        + lines.stream().map(ComparisonTable::row).collect(Collectors.joining())
        + "</table></details>";
  }

  private static String row(Line line) {
    return IntStream.range(0, line.values().size())
        .mapToObj(model -> Markup.cell(cell(line, model)))
        .collect(Collectors.joining("", "<tr>" + Markup.named(line.name(), line.definition()), ""));
  }

  /// A value stays in one line, and so does its spread, which is in parentheses; between them the
  /// line may be broken, so that the table fits into a narrow window.
  private static String cell(Line line, int model) {
    String value = Markup.unbroken(value(line, model)).replace("\u00A0(", " (");
    return line.best().contains(model) ? "<b>" + value + "</b>" : value;
  }

  private static String value(Line line, int model) {
    return line.values().get(model).map(Measure::withSpread).orElse("");
  }

  private static String text(List<String> models, List<Line> lines) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("", models));
    lines.forEach(line -> rows.add(row(line.name(), cells(line))));
    int[] widths =
        IntStream.rangeClosed(0, models.size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    return rows.stream().map(row -> padded(row, widths)).collect(Collectors.joining("\n"))
        + "\n("
        + BEST
        + "*)";
  }

  private static List<String> row(String name, List<String> cells) {
    List<String> row = new ArrayList<>(List.of(name));
    row.addAll(cells);
    return row;
  }

  private static List<String> cells(Line line) {
    return IntStream.range(0, line.values().size())
        .mapToObj(model -> value(line, model) + (line.best().contains(model) ? " *" : ""))
        .toList();
  }

  private static String padded(List<String> row, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(column -> row.get(column) + " ".repeat(widths[column] - row.get(column).length()))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }
}
