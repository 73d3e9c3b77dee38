package io.github.heddle.picture;

import io.github.heddle.report.Measure;
import io.github.heddle.report.Report;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The numbers of a report as a table: those that matter most in its head, which is always seen,
/// and all of them folded under it, several beside each other, each with its definition on hover.
/// Only elements and attributes that notebooks do not strip.
final class NumbersTable {
  private static final List<String> HEAD = List.of("wall", "CPU", "cores used");
  private static final List<String> HEAD_OF_FASTER =
      List.of("wall", "CPU", "cores used", "speed-up");
  private static final int PER_ROW = 3;
  private static final String CELL = "text-align:left;white-space:nowrap;padding:2px 8px;";

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
    int rows = (measures.size() + PER_ROW - 1) / PER_ROW;
    String body =
        IntStream.range(0, rows)
            .mapToObj(row -> row(measures, row, rows))
            .collect(Collectors.joining());
    return "<details><summary>"
        + head(measures.stream().filter(measure -> head.contains(measure.name())))
        + " (all numbers; hover for definitions)</summary><table>"
        + body
        + "</table></details>";
  }

  private static String head(Stream<Measure> measures) {
    return measures
        .map(measure ->
            "<span style=\"white-space:nowrap\">%s <b>%s</b></span>"
                .formatted(name(measure), escaped(measure.text())))
        .collect(Collectors.joining(" · "));
  }

  private static String name(Measure measure) {
    return "<span title=\"%s\">%s</span>"
        .formatted(escaped(measure.definition()), escaped(measure.name()));
  }

  private static String row(List<Measure> measures, int row, int rows) {
    return IntStream.iterate(row, i -> i < measures.size(), i -> i + rows)
        .mapToObj(measures::get)
        .map(NumbersTable::cells)
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  private static String cells(Measure measure) {
    return "<td style=\"%sopacity:0.75\">%s</td><td style=\"%s\">%s</td>"
        .formatted(CELL, name(measure), CELL, escaped(measure.withSpread()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
