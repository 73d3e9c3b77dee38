package io.github.heddle.report;

import static io.github.heddle.report.Condition.all;
import static io.github.heddle.report.Condition.atLeast;
import static io.github.heddle.report.Condition.below;
import static io.github.heddle.report.Condition.is;
import static io.github.heddle.report.Condition.some;
import static io.github.heddle.report.Finished.name;
import static io.github.heddle.report.Finished.nanos;
import static io.github.heddle.report.Source.MEASUREMENT;
import static java.util.stream.Collectors.joining;

import io.github.heddle.report.Quantity.Unit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Which of several models suits a piece of work, and why; never more certain than the measurement.
///
/// @param ran the models that were run
/// @param leftOut those that could not be
/// @param finished those of which every task has a result
record Verdict(List<Report> ran, List<LeftOut> leftOut, Finished finished) {
  private static final Quantity<Verdict> LONGEST =
      new Quantity<>(
          "wall of the slowest model", Unit.TIME, verdict -> verdict.finished.longestNanos());

  private static final Condition<Verdict> NOTHING_RUN =
      is("no model was run", verdict -> verdict.ran.isEmpty());
  private static final Condition<Verdict> NONE_FINISHED =
      is("no model came to the end", verdict -> verdict.finished.reports().isEmpty());
  private static final Condition<Verdict> TOO_SHORT = below(LONGEST, Signs.SHORTEST_NANOS);
  private static final Condition<Verdict> ONLY_ONE =
      is("no other model came to the end", verdict -> verdict.finished.reports().size() == 1);

  static final List<Rule<Verdict>> RULES =
      List.of(
          rule("nothing to compare", NOTHING_RUN, _ -> "nothing to compare"),
          rule(
              "none finished",
              NONE_FINISHED,
              verdict -> "no model came to the end: " + verdict.first().headline()),
          rule(
              "too short to compare",
              TOO_SHORT,
              verdict -> "too short to compare: " + verdict.shortest()),
          rule(
              "only one",
              ONLY_ONE,
              verdict -> "only " + name(verdict.suits()) + " came to the end: " + verdict.what()),
          rule(
              "suits best",
              is(
                  "the simplest of those that took less than "
                      + Figures.number(Finished.CLOSE)
                      + "× the shortest wall",
                  _ -> true),
              Verdict::suitsBest));

  /// What is said before the headline.
  static final List<Rule<Verdict>> BEFORE =
      List.of(
          rule(
              "interrupted",
              all(
                  is(
                      "Stop ended a model",
                      verdict -> verdict.ran.stream().anyMatch(Verdict::stopped)),
                  is("some model came to the end", verdict -> !NONE_FINISHED.holds(verdict))),
              _ -> "interrupted: "));

  /// What is said after the headline.
  static final List<Rule<Verdict>> AFTER =
      List.of(
          rule(
              "medians",
              all(
                  is("some model came to the end", verdict -> !NONE_FINISHED.holds(verdict)),
                  atLeast(LONGEST, Signs.SHORTEST_NANOS),
                  atLeast(new Quantity<>("runs of the model", Unit.COUNT, Verdict::runs), 2)),
              verdict -> " (medians of " + Figures.plain(verdict.runs()) + " runs)"));

  /// What is said under the headline.
  static final List<Rule<Verdict>> UNDER =
      List.of(
          rule(
              "all left out",
              all(NOTHING_RUN, is("models were left out", verdict -> !verdict.leftOut.isEmpty())),
              _ -> "none of the models could run this body"),
          rule("nothing to compare", NOTHING_RUN, _ -> "no model was run"),
          rule("none finished", NONE_FINISHED, verdict -> verdict.first().subtitle()),
          rule(
              "too short to compare",
              TOO_SHORT,
              _ ->
                  "give it at least " + Figures.duration((long) Cautions.SHORT_NANOS) + " of work"),
          rule("only one", ONLY_ONE, _ -> "there is nothing to compare it with"),
          rule(
              "why it suits",
              is("none of the others: see the next table", _ -> true),
              verdict -> verdict.why().sentence()));

  static final List<Rule<Verdict>> CAUTIONS =
      List.of(
          rule(
              "few tasks",
              below(new Quantity<>("tasks", Unit.COUNT, Verdict::taskCount), Cautions.FEW_TASKS),
              verdict -> Cautions.fewTasks(verdict.taskCount())),
          rule(
              "short runs",
              below(LONGEST, Cautions.SHORT_NANOS),
              verdict -> Cautions.shortRun(verdict.finished.longestNanos())),
          rule(
              "one run each",
              below(
                  new Quantity<>(
                      "runs of each model", Unit.COUNT, verdict -> verdict.finished.fewestRuns()),
                  2),
              _ -> "each was run once: --repeat 5 shows how far runs differ"),
          rule(
              "runs overlap",
              is(
                  "runs of a slower model were as fast as some of the best",
                  verdict -> verdict.finished.overlapped().findFirst().isPresent()),
              Verdict::overlapping),
          rule(
              "busy machine",
              some("in some model", verdict -> verdict.finished.facts(), Signs.DISTURBED),
              verdict ->
                  "other programs took up to "
                      + Figures.percent(verdict.disturbed())
                      + " of the machine"));

  Verdict {
    ran = List.copyOf(ran);
    leftOut = List.copyOf(leftOut);
  }

  Verdict(List<Report> ran, List<LeftOut> leftOut) {
    this(ran, leftOut, Finished.of(ran));
  }

  static Finding of(List<Report> reports, List<LeftOut> leftOut) {
    return new Verdict(reports, leftOut).finding();
  }

  /// Why the model suits that does; there must be one that came to the end.
  Why why() {
    return new Why(suits(), finished.reports(), finished.kind());
  }

  private Finding finding() {
    String headline = Rule.first(RULES, this).orElseThrow();
    return new Finding(
        Rule.first(BEFORE, this).orElse("") + headline + Rule.first(AFTER, this).orElse(""),
        Rule.first(UNDER, this).orElseThrow(),
        longEnough() ? Cautions.together(Rule.all(CAUTIONS, this)) : Optional.empty(),
        compared() ? why().inPython() : Optional.empty());
  }

  /// Whether there is something that could be doubted.
  private boolean longEnough() {
    return !NONE_FINISHED.holds(this) && !TOO_SHORT.holds(this);
  }

  private boolean compared() {
    return longEnough() && !ONLY_ONE.holds(this);
  }

  private Finding first() {
    return ran.getFirst().finding();
  }

  private static boolean stopped(Report report) {
    Counts counts = report.numbers().counts();
    return counts.cutShort() > 0 && counts.failed() == 0 && counts.timedOut() == 0;
  }

  private Report suits() {
    return finished.suits();
  }

  /// `8 tasks took 1.20 ms under threads`.
  private String shortest() {
    return Figures.count(suits().plan().tasks(), "task")
        + " took "
        + wall(suits())
        + " under "
        + name(suits());
  }

  /// `8 CPU-bound tasks in 410 ms`.
  private String what() {
    return Figures.count(suits().plan().tasks(), finished.kind().adjective() + "task")
        + " in "
        + wall(suits());
  }

  private String suitsBest() {
    return Stream.concat(
            Stream.of(name(suits()) + " suits best: " + what()),
            finished.others().map(this::beside))
        .collect(joining(", "));
  }

  /// How much slower another was.
  private String beside(Report other) {
    double factor = Finished.times(other, suits());
    return name(other)
        + (factor < Finished.CLOSE ? " as fast" : " " + Figures.number(factor) + "× as long");
  }

  private double runs() {
    return suits().measured().size();
  }

  private double taskCount() {
    return suits().plan().tasks();
  }

  /// How much of the machine other programs used that tasks had use for, at most, during the run
  /// that stands for a model.
  private double disturbed() {
    return finished
        .facts()
        .filter(Signs.DISTURBED::holds)
        .mapToDouble(Facts::crowding)
        .max()
        .orElse(0);
  }

  private String overlapping() {
    return "runs of "
        + finished.overlapped().map(Finished::name).collect(joining(" and "))
        + " were as fast as some of "
        + name(suits());
  }

  private static String wall(Report report) {
    return Figures.duration(nanos(report));
  }

  private static Rule<Verdict> rule(
      String name, Condition<Verdict> when, Function<Verdict, String> sentence) {
    return new Rule<>(name, when, sentence, MEASUREMENT);
  }
}
