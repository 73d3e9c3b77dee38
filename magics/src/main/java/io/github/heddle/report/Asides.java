package io.github.heddle.report;

import static io.github.heddle.report.Condition.all;
import static io.github.heddle.report.Condition.is;
import static io.github.heddle.report.Source.MEASUREMENT;

import java.util.List;

/// What is said before the advice and after it: of each list, the first rule that holds.
final class Asides {
  /// Advice that is about cores, but not about those that other programs took.
  private static final List<String> ON_CORES =
      List.of(
          "offloaders fill the cores",
          "offloaders busy",
          "computing offloaded fills the cores",
          "computing offloaded",
          "loop computes",
          "one core at a time");

  static final List<Rule<Facts>> BEFORE =
      List.of(
          new Rule<>(
              "cores used",
              all(
                  Signs.LONG_ENOUGH,
                  is("no deadlock", facts -> !facts.deadlocked()),
                  is("their use was measured", facts -> facts.numbers().coresUsed().isPresent())),
              Asides::coresUsed,
              MEASUREMENT));

  static final List<Rule<Facts>> AFTER =
      List.of(
          new Rule<>(
              "other programs",
              all(
                  Signs.CROWDED,
                  is("after " + String.join(" or ", ON_CORES), Asides::afterAdviceOnCores)),
              facts -> ", while " + facts.othersTook(),
              MEASUREMENT));

  private Asides() {}

  private static String coresUsed(Facts facts) {
    return "used "
        + Figures.number(facts.numbers().coresUsed().orElseThrow())
        + " of "
        + facts.coresText()
        + " · ";
  }

  private static boolean afterAdviceOnCores(Facts facts) {
    return Rule.firstOf(Advice.RULES, facts).map(Rule::name).filter(ON_CORES::contains).isPresent();
  }
}
