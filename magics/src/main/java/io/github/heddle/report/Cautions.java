package io.github.heddle.report;

import static io.github.heddle.report.Condition.atLeast;
import static io.github.heddle.report.Condition.below;
import static io.github.heddle.report.Source.MEASUREMENT;

import java.util.List;
import java.util.Optional;

/// What keeps a finding from being certain: little that was measured, or much that disturbed it.
/// Every rule that holds is said.
final class Cautions {
  /// One or two tasks say little of others like them.
  static final int FEW_TASKS = 3;

  /// In shorter runs code that is not compiled yet is a large part.
  static final double SHORT_NANOS = 100_000_000;

  /// Half-way from no speed-up to that of two cores: what differs by more may hide either.
  private static final double FAR_APART = 1.5;

  static final List<Rule<Facts>> RULES =
      List.of(
          new Rule<>(
              "few tasks",
              below(Signs.TASKS, FEW_TASKS),
              facts -> fewTasks(facts.counts().tasks()),
              MEASUREMENT),
          new Rule<>(
              "short run",
              below(Signs.WALL, SHORT_NANOS),
              facts -> shortRun((double) facts.numbers().wallNanos()),
              MEASUREMENT),
          new Rule<>(
              "runs differ",
              atLeast(Signs.factor("longest run / shortest", Facts::spread), FAR_APART),
              facts -> "runs of the same differ by " + Figures.number(facts.spread()) + "×",
              MEASUREMENT),
          new Rule<>("busy machine", Signs.DISTURBED, Facts::othersTook, MEASUREMENT));

  private Cautions() {}

  /// What is to be said of a run beside what has been said. Of what failed, of a deadlock and of
  /// what is too short to say anything there is no doubt.
  static Optional<String> of(Facts facts, String said) {
    return facts.allDone() && facts.counts().tasks() > 0 && !facts.tooShort()
        ? together(
            Rule.all(RULES, facts).stream().filter(caution -> !said.contains(caution)).toList())
        : Optional.empty();
  }

  /// `not certain: 2 tasks say little of others; a run of 35.0 ms is short`.
  static Optional<String> together(List<String> cautions) {
    return cautions.isEmpty()
        ? Optional.empty()
        : Optional.of("not certain: " + String.join("; ", cautions));
  }

  static String fewTasks(double tasks) {
    return tasks == 1
        ? "one task says little of others"
        : Figures.plain(tasks) + " tasks say little of others";
  }

  static String shortRun(double nanos) {
    return "a run of " + Figures.duration(Math.round(nanos)) + " is short";
  }
}
