package io.github.heddle.picture;

import io.github.heddle.report.Measure;
import io.github.heddle.report.Report;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The outputs that show a report under a cell.
public final class Pictures {
  private Pictures() {}

  /// The picture and the table of numbers, in the order in which they are to be shown. Without
  /// parts the picture is the finding in words.
  public static List<Bundle> of(Report report, Set<Part> parts) {
    String numbers =
        Measure.of(report.numbers()).stream()
            .map(measure -> measure.name() + ": " + measure.text())
            .collect(Collectors.joining("\n"));
    return List.of(
        new Bundle(Map.of("text/plain", report.finding().text()), Map.of()),
        new Bundle(Map.of("text/plain", numbers), Map.of()));
  }
}
