package io.github.heddle.report;

import static java.util.stream.Collectors.joining;

import io.github.heddle.plan.Plan;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which of several models suits a piece of work, and why; never more certain than the measurement.
final class Verdict {
  /// From the one that is easiest to reason about to the one that takes most.
  private static final List<String> SIMPLEST_FIRST =
      List.of("sequential", "async", "threads", "virtual", "processes");

  /// What is slower by less than this counts as being as fast.
  private static final double CLOSE = 1.1;

  private final List<Report> all;
  private final List<Report> finished;

  private Verdict(List<Report> all) {
    this.all = all;
    this.finished = all.stream().filter(each -> each.numbers().counts().allDone()).toList();
  }

  static Finding of(List<Report> reports, List<LeftOut> leftOut) {
    Verdict verdict = new Verdict(reports);
    if (reports.isEmpty()) {
      return new Finding("nothing to compare", none(leftOut), Optional.empty());
    }
    Finding finding = verdict.finished.isEmpty() ? verdict.noneFinished() : verdict.best();
    return reports.stream().anyMatch(Verdict::interrupted) && !verdict.finished.isEmpty()
        ? new Finding("interrupted: " + finding.headline(), finding.subtitle(), finding.inPython())
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
    return new Finding(
        "no model came to the end: " + first.headline(), first.subtitle(), Optional.empty());
  }

  private Finding best() {
    Report suits = suits();
    Why why = new Why(suits, finished, kind());
    if (longest() < 10_000_000) {
      return new Finding(
          "too short to compare: "
              + tasks(suits)
              + " took "
              + wall(suits)
              + " under "
              + name(suits),
          "give it at least 100 ms of work",
          Optional.empty());
    }
    return new Finding(headline(suits) + repeated(suits), why.sentence(), why.inPython());
  }

  /// Of those that are about as fast as the fastest, the simplest.
  private Report suits() {
    double limit = finished.stream().mapToLong(Verdict::nanos).min().orElseThrow() * CLOSE;
    return finished.stream()
        .filter(report -> nanos(report) <= limit)
        .min(Comparator.comparingInt(report -> SIMPLEST_FIRST.indexOf(name(report))))
        .orElseThrow();
  }

  private String headline(Report suits) {
    String what = what(suits) + " in " + wall(suits);
    String others = others(suits);
    if (finished.size() == 1) {
      return "only " + name(suits) + " came to the end: " + what;
    }
    return name(suits) + " suits best: " + what + (others.isEmpty() ? "" : ", " + others);
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

  private long longest() {
    return finished.stream().mapToLong(Verdict::nanos).max().orElse(0);
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
