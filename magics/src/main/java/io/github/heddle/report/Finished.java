package io.github.heddle.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The models of a comparison of which every task has a result, beside each other.
///
/// @param reports in the order in which the models were named
record Finished(List<Report> reports) {
  /// What is slower by less than this counts as being as fast.
  static final double CLOSE = 1.1;

  /// From the one that is easiest to reason about to the one that takes most.
  private static final List<String> SIMPLEST_FIRST =
      List.of("sequential", "async", "threads", "virtual", "processes");

  private static final Comparator<Report> SIMPLEST =
      Comparator.comparingInt(report -> SIMPLEST_FIRST.indexOf(name(report)));

  Finished {
    reports = List.copyOf(reports);
  }

  static Finished of(List<Report> all) {
    return new Finished(all.stream().filter(each -> each.numbers().counts().allDone()).toList());
  }

  static String name(Report report) {
    return report.plan().model();
  }

  static long nanos(Report report) {
    return report.numbers().wallNanos();
  }

  /// How many times as long one took as another.
  static double times(Report report, Report as) {
    return nanos(report) / (double) Math.max(1, nanos(as));
  }

  static Facts facts(Report report) {
    return new Facts(report.plan(), report.numbers());
  }

  /// What each of them was measured to do.
  Stream<Facts> facts() {
    return reports.stream().map(Finished::facts);
  }

  /// Of those that are about as fast as the fastest, the simplest; there must be one.
  Report suits() {
    Report fastest = reports.stream().min(Comparator.comparingLong(Finished::nanos)).orElseThrow();
    return reports.stream()
        .filter(report -> times(report, fastest) < CLOSE)
        .min(SIMPLEST)
        .orElseThrow();
  }

  /// All but the one that suits.
  Stream<Report> others() {
    Report suits = suits();
    return reports.stream().filter(report -> !name(report).equals(name(suits)));
  }

  /// What the work is: as the model saw it that has least in the way of it. A lock is there where
  /// any model saw it.
  Kind kind() {
    boolean locked = facts().anyMatch(facts -> facts.kind() == Kind.LOCK_BOUND);
    return locked
        ? Kind.LOCK_BOUND
        : reports.stream()
            .sorted(SIMPLEST)
            .map(report -> facts(report).kind())
            .filter(kind -> kind != Kind.UNKNOWN)
            .findFirst()
            .orElse(Kind.UNKNOWN);
  }

  /// How long the slowest model took; 0 where there is none.
  double longestNanos() {
    return reports.stream().mapToDouble(Finished::nanos).max().orElse(0);
  }

  /// How often each model was run at least.
  double fewestRuns() {
    return reports.stream().mapToInt(report -> report.measured().size()).min().orElse(0);
  }

  /// Models that are said to be slower, though not every run of theirs was.
  Stream<Report> overlapped() {
    Report suits = suits();
    long slowest = walls(suits).max().orElse(0);
    return others()
        .filter(report -> times(report, suits) >= CLOSE)
        .filter(report -> walls(report).min().orElse(Long.MAX_VALUE) <= slowest);
  }

  private static LongStream walls(Report report) {
    return report.measured().stream().mapToLong(Numbers::wallNanos);
  }
}
