package io.github.heddle.report;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.report.Condition.Bound;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules of which findings of comparisons are made.
class ComparisonRulesTest {
  static Stream<ComparisonBorders<?>> borders() {
    return ComparisonBorders.all();
  }

  @ParameterizedTest
  @MethodSource("borders")
  <F> void everyThresholdDecidesBetweenItsTwoSides(ComparisonBorders<F> each) {
    Rule<F> rule = find(each.rules().stream(), each.rule(), Rule::name);
    Bound<F> bound = find(rule.when().bounds(), each.quantity(), found -> found.quantity().name());

    assertThat(said(each.rules(), each.holds())).contains(each.rule());
    assertThat(rule.when().holds(each.fails())).isFalse();
    assertThat(bound.holds(each.holds())).isTrue();
    assertThat(bound.holds(each.fails())).isFalse();
    assertThat(List.of(each.holds(), each.fails()))
        .allSatisfy(facts ->
            assertThat(Math.abs(bound.quantity().in(facts) - bound.threshold()))
                .as("near the threshold: " + bound.quantity().in(facts))
                .isLessThanOrEqualTo(near(bound)));
  }

  private static <T> T find(Stream<T> all, String name, Function<T, String> nameOf) {
    return all.filter(each -> nameOf.apply(each).equals(name)).findFirst().orElseThrow();
  }

  /// All cautions that hold, of other rules the first.
  private static <F> Stream<String> said(List<Rule<F>> rules, F facts) {
    return rules.equals(Verdict.CAUTIONS)
        ? rules.stream().filter(rule -> rule.when().holds(facts)).map(Rule::name)
        : Rule.firstOf(rules, facts).stream().map(Rule::name);
  }

  private static double near(Bound<?> bound) {
    return bound.quantity().unit() == Quantity.Unit.COUNT && bound.threshold() >= 2
        ? 1
        : 0.05 * bound.threshold();
  }

  @Test
  void everyThresholdOfAComparisonIsTested() {
    Set<String> tested =
        borders()
            .map(each -> name(each.rules()) + " " + each.rule() + ": " + each.quantity())
            .collect(toSet());

    assertThat(tested)
        .isEqualTo(
            Stream.of(
                    thresholds(Verdict.RULES),
                    thresholds(Verdict.BEFORE),
                    thresholds(Verdict.AFTER),
                    thresholds(Verdict.UNDER),
                    thresholds(Verdict.CAUTIONS),
                    thresholds(Why.RULES),
                    thresholds(Why.IN_PYTHON))
                .flatMap(all -> all)
                .collect(toSet()));
  }

  private static <F> Stream<String> thresholds(List<Rule<F>> rules) {
    return rules.stream()
        .flatMap(rule ->
            rule.when()
                .bounds()
                .map(bound -> name(rules) + " " + rule.name() + ": " + bound.quantity().name()));
  }

  private static String name(List<? extends Rule<?>> rules) {
    return rules.getFirst().name() + " … " + rules.getLast().name();
  }
}
