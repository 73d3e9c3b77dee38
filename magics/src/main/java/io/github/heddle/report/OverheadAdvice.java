package io.github.heddle.report;

import static io.github.heddle.report.Condition.all;
import static io.github.heddle.report.Condition.atLeast;
import static io.github.heddle.report.Guide.TRADE_OFFS;
import static io.github.heddle.report.Signs.factor;
import static io.github.heddle.report.Signs.model;
import static io.github.heddle.report.Signs.share;
import static io.github.heddle.report.Source.MEASUREMENT;

import io.github.heddle.trace.GcPauses;
import java.util.List;

/// What handing tasks over cost, and what the JVM did meanwhile.
final class OverheadAdvice {
  /// Starting that took less time than the run is not what it was about.
  private static final double AS_LONG = 1;

  static final List<Rule<Facts>> RULES =
      List.of(
          new Rule<>(
              "sending",
              all(model("processes"), Signs.MUCH_SENT),
              OverheadAdvice::sent,
              TRADE_OFFS.section("Tradeoff: Multiprocessing")),
          new Rule<>(
              "tasks too small", Signs.TASKS_TOO_SMALL, OverheadAdvice::betweenTasks, MEASUREMENT),
          new Rule<>(
              "start-up",
              all(
                  model("processes"),
                  atLeast(
                      factor("start-up / wall", facts -> facts.ofWall(facts.startupNanos())),
                      AS_LONG)),
              OverheadAdvice::started,
              TRADE_OFFS.section("Tradeoff: Multiprocessing")),
          new Rule<>(
              "garbage collector",
              atLeast(
                  share(
                      "pauses of the garbage collector, of wall", facts -> facts.ofWall(gc(facts))),
                  Signs.MUCH_LOST),
              OverheadAdvice::collected,
              MEASUREMENT));

  private OverheadAdvice() {}

  private static String sent(Facts facts) {
    return Figures.percent(facts.sending())
        + " of the time went into sending elements and results: processes share no memory, so send"
        + " less, or give each task more to do";
  }

  private static String started(Facts facts) {
    return "starting the processes took "
        + Figures.duration(facts.startupNanos())
        + ", longer than the run: worth it for more work, or when they are used again";
  }

  private static String betweenTasks(Facts facts) {
    return "workers spent "
        + Figures.percent(1 - facts.occupied())
        + " of their time between tasks: larger tasks would be faster";
  }

  private static long gc(Facts facts) {
    return facts.numbers().counters().gcPauses().map(GcPauses::nanos).orElse(0L);
  }

  private static String collected(Facts facts) {
    return "the garbage collector stopped all threads for "
        + Figures.duration(gc(facts))
        + ": allocate less, or keep less alive";
  }
}
