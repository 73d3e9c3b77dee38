package io.github.heddle.picture;

import static io.github.heddle.picture.Markup.escaped;
import static io.github.heddle.picture.Markup.unbroken;

import io.github.heddle.report.Measure;
import io.github.heddle.report.Report;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The numbers of a report as a table: those that matter most in its head, which is always seen,
/// and all others folded under it, several beside each other, each with its definition on hover.
final class NumbersTable {
  private static final List<String> HEAD = List.of("wall", "CPU", "cores used");
  private static final List<String> HEAD_OF_FASTER =
      List.of("wall", "CPU", "cores used", "speed-up");
  private static final int PER_ROW = 3;

  private NumbersTable() {}

  static Bundle of(Report report) {
    List<Measure> measures = report.measures();
    return new Bundle(
        Map.of(
            "text/html", html(measures, report.speedUpKnown() ? HEAD_OF_FASTER : HEAD),
            "text/plain", String.join("\n", TextPicture.numbers(measures))),
        Map.of());
  }

  private static String html(List<Measure> measures, List<String> head) {
    Map<Boolean, List<Measure>> parts =
        measures.stream()
            .collect(Collectors.partitioningBy(measure -> head.contains(measure.name())));
    List<Measure> folded = parts.getOrDefault(false, List.of());
    int rows = (folded.size() + PER_ROW - 1) / PER_ROW;
    return "<details><summary>"
        + head(parts.getOrDefault(true, List.of()))
        + " (all other numbers; hover for definitions)</summary><table>"
        + IntStream.range(0, rows)
            .mapToObj(row -> row(folded, row, rows))
            .collect(Collectors.joining())
        + "</table></details>";
  }

  private static String head(List<Measure> measures) {
    return measures.stream()
        .map(measure ->
            "<span title='%s'>%s\u00A0<b>%s</b></span>"
                .formatted(
                    escaped(measure.definition()),
                    unbroken(measure.name()),
                    unbroken(measure.withSpread())))
        .collect(Collectors.joining(" · "));
  }

  private static String row(List<Measure> measures, int row, int rows) {
    return IntStream.iterate(row, i -> i < measures.size(), i -> i + rows)
        .mapToObj(measures::get)
        .map(measure ->
            Markup.named(measure.name(), measure.definition())
                + Markup.cell(unbroken(measure.withSpread())))
        .collect(Collectors.joining("", "<tr>", ""));
  }
}
