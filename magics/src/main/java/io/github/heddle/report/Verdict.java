package io.github.heddle.report;

import static io.github.heddle.report.Condition.atLeast;
import static io.github.heddle.report.Condition.below;
import static io.github.heddle.report.Condition.is;
import static java.util.stream.Collectors.joining;

import io.github.heddle.plan.Plan;
import io.github.heddle.report.Quantity.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Which of several models suits a piece of work, and why; never more certain than the measurement.
final class Verdict {
  /// From the one that is easiest to reason about to the one that takes most.
  private static final List<String> SIMPLEST_FIRST =
      List.of("sequential", "async", "threads", "virtual", "processes");

  /// What is slower by less than this counts as being as fast.
  static final double CLOSE = 1.1;

  private static final Quantity<Verdict> LONGEST =
      new Quantity<>("wall of the slowest model", Unit.TIME, Verdict::longest);

  static final List<Rule<Verdict>> RULES =
      List.of(
          new Rule<>(
              "too short to compare",
              below(LONGEST, 10_000_000),
              Verdict::tooShort,
              Source.MEASUREMENT),
          new Rule<>(
              "only one",
              is("no other model came to the end", verdict -> verdict.finished.size() == 1),
              verdict -> "only " + name(verdict.suits()) + " came to the end: " + verdict.what(),
              Source.MEASUREMENT),
          new Rule<>(
              "suits best",
              is(
                  "the simplest of those that took less than "
                      + Figures.number(CLOSE)
                      + "× the shortest wall",
                  _ -> true),
              Verdict::headline,
              Source.MEASUREMENT));

  static final List<Rule<Verdict>> CAUTIONS =
      List.of(
          new Rule<>(
              "few tasks",
              below(new Quantity<>("tasks", Unit.COUNT, Verdict::taskCount), Cautions.FEW_TASKS),
              verdict -> Cautions.fewTasks(verdict.taskCount()),
              Source.MEASUREMENT),
          new Rule<>(
              "short runs",
              below(LONGEST, Cautions.SHORT_NANOS),
              verdict -> Cautions.shortRun(verdict.longest()),
              Source.MEASUREMENT),
          new Rule<>(
              "one run each",
              below(new Quantity<>("runs of each model", Unit.COUNT, Verdict::fewestRuns), 2),
              _ -> "each was run once: --repeat 5 shows how far runs differ",
              Source.MEASUREMENT),
          new Rule<>(
              "runs overlap",
              is("runs of a slower model were faster than some of the best", Verdict::overlap),
              Verdict::overlapping,
              Source.MEASUREMENT),
          new Rule<>(
              "busy machine",
              atLeast(
                  new Quantity<>("the machine used by other programs", Unit.SHARE, Verdict::others),
                  Signs.MUCH_OF_THE_MACHINE),
              verdict ->
                  "other programs took up to "
                      + Figures.percent(verdict.others())
                      + " of the machine",
              Source.MEASUREMENT));

  private final List<Report> all;
  private final List<Report> finished;

  private Verdict(List<Report> all) {
    this.all = all;
    this.finished = all.stream().filter(each -> each.numbers().counts().allDone()).toList();
  }

  static Finding of(List<Report> reports, List<LeftOut> leftOut) {
    Verdict verdict = new Verdict(reports);
    if (reports.isEmpty()) {
      return Finding.of("nothing to compare", none(leftOut));
    }
    Finding finding = verdict.finished.isEmpty() ? verdict.noneFinished() : verdict.best();
    return reports.stream().anyMatch(Verdict::interrupted) && !verdict.finished.isEmpty()
        ? finding.before("interrupted: ")
        : finding;
  }

  private static boolean interrupted(Report report) {
    Counts counts = report.numbers().counts();
    return counts.cutShort() > 0 && counts.failed() == 0 && counts.timedOut() == 0;
  }

  private static String none(List<LeftOut> leftOut) {
    return leftOut.isEmpty() ? "no model was run" : "none of the models could run this body";
  }

  private Finding noneFinished() {
    Finding first = all.getFirst().finding();
    return Finding.of("no model came to the end: " + first.headline(), first.subtitle());
  }

  private Finding best() {
    Rule<Verdict> rule = Rule.firstOf(RULES, this).orElseThrow();
    if (rule.equals(RULES.getFirst())) {
      return Finding.of(rule.sentence().apply(this), "give it at least 100 ms of work");
    }
    Why why = new Why(suits(), finished, kind());
    return new Finding(
        rule.sentence().apply(this) + repeated(suits()),
        why.sentence(),
        Cautions.together(Rule.all(CAUTIONS, this)),
        why.inPython());
  }

  private String tooShort() {
    Report suits = suits();
    return "too short to compare: "
        + tasks(suits)
        + " took "
        + wall(suits)
        + " under "
        + name(suits);
  }

  /// Of those that are about as fast as the fastest, the simplest.
  private Report suits() {
    double limit = finished.stream().mapToLong(Verdict::nanos).min().orElseThrow() * CLOSE;
    return finished.stream()
        .filter(report -> nanos(report) <= limit)
        .min(Comparator.comparingInt(report -> SIMPLEST_FIRST.indexOf(name(report))))
        .orElseThrow();
  }

  /// `8 CPU-bound tasks in 410 ms`.
  private String what() {
    return what(suits()) + " in " + wall(suits());
  }

  private String headline() {
    String others = others(suits());
    return name(suits()) + " suits best: " + what() + (others.isEmpty() ? "" : ", " + others);
  }

  /// How much slower each of the others was.
  private String others(Report suits) {
    return finished.stream()
        .filter(report -> !name(report).equals(name(suits)))
        .map(report -> name(report) + " " + beside(nanos(report) / (double) nanos(suits)))
        .collect(joining(", "));
  }

  private static String beside(double factor) {
    if (factor > CLOSE) {
      return Figures.number(factor) + "× as long";
    }
    return factor < 1 / CLOSE ? Figures.number(1 / factor) + "× faster" : "as fast";
  }

  private static String repeated(Report suits) {
    int runs = suits.measured().size();
    return runs > 1 ? " (medians of " + runs + " runs)" : "";
  }

  /// What the work is: as the model saw it that has least in the way of it.
  private Kind kind() {
    boolean locked = finished.stream().anyMatch(report -> kind(report) == Kind.LOCK_BOUND);
    return locked
        ? Kind.LOCK_BOUND
        : finished.stream()
            .filter(report -> kind(report) != Kind.UNKNOWN)
            .min(Comparator.comparingInt(report -> SIMPLEST_FIRST.indexOf(name(report))))
            .map(Verdict::kind)
            .orElse(Kind.UNKNOWN);
  }

  private static Kind kind(Report report) {
    return new Facts(report.plan(), report.numbers()).kind();
  }

  private double taskCount() {
    return suits().plan().tasks();
  }

  private double fewestRuns() {
    return finished.stream().mapToInt(report -> report.measured().size()).min().orElse(0);
  }

  /// How much of the machine other programs used that tasks had use for, at most, during the run
  /// that stands for a model.
  private double others() {
    return finished.stream()
        .map(report -> new Facts(report.plan(), report.numbers()))
        .filter(Signs.DISTURBED::holds)
        .mapToDouble(Facts::crowding)
        .max()
        .orElse(0);
  }

  private boolean overlap() {
    return overlapped().findFirst().isPresent();
  }

  private String overlapping() {
    return "runs of "
        + overlapped().map(Verdict::name).collect(joining(" and "))
        + " were as fast as some of "
        + name(suits());
  }

  /// Models that are said to be slower, though not every run of theirs was.
  private Stream<Report> overlapped() {
    Report suits = suits();
    long slowest = walls(suits).max().orElse(0);
    return finished.stream()
        .filter(report -> nanos(report) > CLOSE * nanos(suits))
        .filter(report -> walls(report).min().orElse(Long.MAX_VALUE) <= slowest);
  }

  private static LongStream walls(Report report) {
    return report.measured().stream().mapToLong(Numbers::wallNanos);
  }

  private double longest() {
    return finished.stream().mapToDouble(Verdict::nanos).max().orElse(0);
  }

  private String what(Report report) {
    return Figures.count(report.plan().tasks(), kind().adjective() + "task");
  }

  private static String tasks(Report report) {
    return Figures.count(report.plan().tasks(), "task");
  }

  private static String wall(Report report) {
    return Figures.duration(nanos(report));
  }

  private static long nanos(Report report) {
    return report.numbers().wallNanos();
  }

  private static String name(Report report) {
    Plan plan = report.plan();
    return plan.model();
  }
}
