package io.github.heddle.report;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.heddle.report.Condition.Bound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules of which findings are made.
class RulesTest {
  private static final Path TABLE = Path.of("../docs/rules.md");

  /// A rule of a list beside runs at both sides of a threshold of it.
  record Case(List<Rule<Facts>> rules, Borders borders) {
    Rule<Facts> rule() {
      return rules.stream()
          .filter(rule -> rule.name().equals(borders.rule()))
          .findFirst()
          .orElseThrow();
    }

    Bound<Facts> bound() {
      return rule()
          .when()
          .bounds()
          .filter(bound -> bound.quantity().name().equals(borders.quantity()))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public String toString() {
      return borders.rule() + ": " + borders.quantity();
    }
  }

  static List<Case> cases() {
    return Stream.of(
            cases(Headlines.RULES, Borders.ofHeadlines()),
            cases(Headlines.RULES, Borders.ofSpeedUpUnknown()),
            cases(Asides.BEFORE, Borders.beforeAdvice()),
            cases(Advice.RULES, Borders.ofAdvice()),
            cases(Advice.RULES, LoopBorders.all()),
            cases(Asides.AFTER, Borders.afterAdvice()),
            cases(Cautions.RULES, Borders.ofCautions()),
            cases(InPython.RULES, Borders.ofPython()))
        .flatMap(cases -> cases)
        .toList();
  }

  private static Stream<Case> cases(List<Rule<Facts>> rules, List<Borders> borders) {
    return borders.stream().map(each -> new Case(rules, each));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyThresholdDecidesBetweenItsTwoSides(Case each) {
    Bound<Facts> bound = each.bound();
    Facts holds = each.borders().holds();
    Facts fails = each.borders().fails();

    assertThat(Rule.firstOf(each.rules(), holds)).map(Rule::name).hasValue(each.rule().name());
    assertThat(each.rule().when().holds(fails)).isFalse();
    assertThat(bound.holds(holds)).isTrue();
    assertThat(bound.holds(fails)).isFalse();
    assertThat(List.of(holds, fails))
        .allSatisfy(facts ->
            assertThat(Math.abs(bound.quantity().in(facts) - bound.threshold()))
                .as("near the threshold: " + bound.quantity().in(facts))
                .isLessThanOrEqualTo(near(bound)));
  }

  private static double near(Bound<Facts> bound) {
    return bound.quantity().unit() == Quantity.Unit.COUNT && bound.threshold() < 10
        ? 1
        : 0.05 * bound.threshold();
  }

  @Test
  void everyThresholdOfARunIsTested() {
    Set<String> tested =
        cases().stream().map(each -> list(each.rules()) + " " + each).collect(toSet());
    Set<String> all =
        Stream.of(
                Headlines.RULES,
                Asides.BEFORE,
                Advice.RULES,
                Asides.AFTER,
                Cautions.RULES,
                InPython.RULES)
            .flatMap(rules -> thresholds(list(rules), rules))
            .collect(toSet());

    assertThat(tested).isEqualTo(all);
  }

  private static String list(List<Rule<Facts>> rules) {
    return rules.getFirst().name() + " …";
  }

  private static Stream<String> thresholds(String list, List<Rule<Facts>> rules) {
    return rules.stream()
        .flatMap(rule ->
            rule.when()
                .bounds()
                .map(bound -> list + " " + rule.name() + ": " + bound.quantity().name()));
  }

  @Test
  void namesOfRulesAreDifferentInEveryChapter() {
    assertThat(RuleBook.CHAPTERS)
        .allSatisfy(
            chapter -> assertThat(chapter.rules()).extracting(Rule::name).doesNotHaveDuplicates());
  }

  @Test
  void everySectionThatIsListedIsASource() {
    Set<Source> cited = rules().map(Rule::source).collect(toSet());
    Set<Source> listed =
        Arrays.stream(Guide.values())
            .flatMap(guide -> guide.sections().stream().map(guide::section))
            .collect(toSet());
    listed.add(Source.MEASUREMENT);

    assertThat(cited).isEqualTo(listed);
    assertThat(Stream.concat(InPython.RULES.stream(), Why.IN_PYTHON.stream()))
        .noneMatch(rule -> rule.source().equals(Source.MEASUREMENT));
  }

  private static Stream<Rule<?>> rules() {
    return RuleBook.CHAPTERS.stream().flatMap(chapter -> chapter.rules().stream());
  }

  @Test
  void aSectionIsNamedByTheBeginningOfItsHeading() {
    assertThat(Guide.COMPARING.section("5. Python's GIL").text())
        .endsWith(" § 5. Python’s GIL (Global Interpreter Lock)");
    assertThatIllegalArgumentException().isThrownBy(() -> Guide.COMPARING.section("7. Magic"));
    assertThatIllegalArgumentException().isThrownBy(() -> Guide.TRADE_OFFS.section("Tradeoff"));
  }

  @Test
  void aRuleOnWhichOthersDependHasItsThresholdsWhereItStands() {
    List<Rule<?>> named =
        rules().flatMap(rule -> parts(rule.when())).flatMap(RulesTest::named).toList();

    assertThat(named).contains(Headlines.SPEED_UP_UNKNOWN);
    assertThat(rules().toList()).containsAll(named);
  }

  private static Stream<Condition<?>> parts(Condition<?> condition) {
    List<? extends Condition<?>> parts =
        switch (condition) {
          case Condition.All<?> all -> all.several();
          case Condition.Either<?> either -> either.several();
          default -> List.of();
        };
    return Stream.concat(Stream.of(condition), parts.stream().flatMap(RulesTest::parts));
  }

  private static Stream<Rule<?>> named(Condition<?> condition) {
    return condition instanceof Condition.Unless<?>(Rule<?> rule) ? Stream.of(rule) : Stream.of();
  }

  @Test
  void nothingIsSaidOfPythonWhereNoSpeedUpCanBeNamed() {
    SampleRun run = BorderRuns.ready(2, 30);
    assertThat(run.report().finding().inPython()).isPresent();

    assertThat(run.bin(0, 0, 100, 0, 0.9).report().finding().inPython()).isEmpty();
  }

  @Test
  void aRuleIsReachedWhateverWasMeasured() {
    assertThat(SampleRuns.all().values())
        .allSatisfy(run -> {
          Facts facts = new Facts(run.plan(), run.report().numbers());
          assertThat(Rule.first(Headlines.RULES, facts)).isPresent();
          assertThat(Rule.first(Advice.RULES, facts)).isPresent();
        });
    assertThat(
            Arrays.stream(Kind.values())
                .map(kind -> new Why(SampleRuns.io().report(), List.of(), kind).sentence())
                .collect(Collectors.toList()))
        .doesNotHaveDuplicates()
        .hasSize(Kind.values().length);
  }

  @Test
  void theTableForUsersIsThatOfTheRules() throws IOException {
    String table = RuleBook.markdown();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(TABLE, table);
    }
    assertThat(Files.readString(TABLE))
        .as("mvn test -Dgolden.update=true -Dtest=RulesTest")
        .isEqualTo(table);
  }
}
