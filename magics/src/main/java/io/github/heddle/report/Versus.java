package io.github.heddle.report;

import io.github.heddle.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The same body under several models: a report for each, and what they say together.
///
/// @param reports in the order in which the models were named
/// @param leftOut models that could not be run
/// @param difference how results of the models differed, where they did
public record Versus(
    List<Report> reports, List<LeftOut> leftOut, Optional<String> difference, Finding finding) {
  private static final String BASELINE = "sequential";

  public Versus {
    reports = List.copyOf(reports);
    leftOut = List.copyOf(leftOut);
  }

  /// The report of a comparison. Where the sequential model is part of it, what it took is what one
  /// at a time takes for the others.
  public static Versus of(
      List<Report> reports, List<LeftOut> leftOut, Optional<String> difference) {
    List<Report> against =
        reports.stream()
            .filter(report -> report.plan().model().equals(BASELINE))
            .filter(report -> report.numbers().counts().allDone())
            .findFirst()
            .map(baseline -> against(baseline.numbers().wallNanos(), reports))
            .orElse(reports);
    return new Versus(against, leftOut, difference, Verdict.of(against, leftOut));
  }

  /// Whether one at a time was measured.
  public boolean oneAtATimeMeasured() {
    return reports.stream()
        .anyMatch(report ->
            report.plan().model().equals(BASELINE) && report.numbers().counts().allDone());
  }

  /// What is said under the headline, line by line.
  public List<String> lines() {
    return Stream.of(
            finding.lines().stream(),
            difference.stream(),
            leftOut.stream().map(left -> left.model() + " left out: " + left.reason()))
        .flatMap(lines -> lines)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static List<Report> against(long oneAtATime, List<Report> reports) {
    return reports.stream().map(report -> against(oneAtATime, report)).toList();
  }

  private static Report against(long oneAtATime, Report report) {
    return new Report(
        report.plan(),
        report.trace(),
        against(oneAtATime, report.plan(), report.numbers()),
        report.measured().stream()
            .map(numbers -> against(oneAtATime, report.plan(), numbers))
            .toList(),
        report.finding(),
        report.items());
  }

  private static Numbers against(long oneAtATime, Plan plan, Numbers numbers) {
    return numbers.with(
        SpeedUp.over(oneAtATime, plan, numbers.helpers(), numbers.usable(), numbers.wallNanos()));
  }
}
