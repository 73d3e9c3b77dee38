package io.github.heddle.report;

import static io.github.heddle.report.Condition.all;
import static io.github.heddle.report.Condition.atLeast;
import static io.github.heddle.report.Condition.below;
import static io.github.heddle.report.Condition.is;
import static io.github.heddle.report.Guide.OVERVIEW;
import static io.github.heddle.report.Guide.TRADE_OFFS;
import static io.github.heddle.report.Signs.count;
import static io.github.heddle.report.Signs.kind;
import static io.github.heddle.report.Signs.model;
import static io.github.heddle.report.Signs.share;
import static io.github.heddle.report.Source.MEASUREMENT;

import java.util.List;

/// What cores had to do with a run.
final class CoreAdvice {
  private static final String THE_QUOTA = ", the quota here";

  /// However the other tasks are spread, the run can be 1.11 times as fast at most while one task
  /// takes so much of it.
  private static final double MOST_OF_WALL = 0.9;

  /// Where half of the tasks take at least so much of the longest, it is no longer one task alone
  /// that sets the pace.
  private static final double HALF = 0.5;

  private static final Condition<Facts> QUOTA =
      is(
          "a quota below the cores that there are",
          facts -> facts.numbers().usable().affinity() > facts.cores());

  /// Fewer cores than computing on several of them takes, or none for some of the time.
  static final List<Rule<Facts>> TOO_FEW =
      List.of(
          new Rule<>(
              "too few cores by a quota that held threads back",
              all(kind(Kind.CPU_BOUND), Signs.FEW_CORES, QUOTA, Signs.THROTTLED),
              facts -> fewCores(facts, THE_QUOTA + ", which" + heldBack(facts)),
              TRADE_OFFS.section("Definition: Multiprocessing")),
          new Rule<>(
              "too few cores by a quota",
              all(kind(Kind.CPU_BOUND), Signs.FEW_CORES, QUOTA),
              facts -> fewCores(facts, THE_QUOTA),
              TRADE_OFFS.section("Definition: Multiprocessing")),
          new Rule<>(
              "too few cores",
              all(kind(Kind.CPU_BOUND), Signs.FEW_CORES),
              facts -> fewCores(facts, ""),
              TRADE_OFFS.section("Definition: Multiprocessing")),
          new Rule<>("quota", Signs.THROTTLED, CoreAdvice::quotaStopped, MEASUREMENT));

  /// What kept tasks from cores, or cores from tasks.
  static final List<Rule<Facts>> RULES =
      List.of(
          new Rule<>(
              "one core at a time",
              all(
                  kind(Kind.CPU_BOUND),
                  model("sequential"),
                  Signs.SEVERAL_TASKS,
                  Signs.HARDLY_HELPED),
              _ -> "one after the other uses one core: threads or processes can use the others",
              OVERVIEW.section("3. Python multiprocessing")),
          new Rule<>("busy machine", Signs.HELD_UP_BY_OTHERS, CoreAdvice::machineBusy, MEASUREMENT),
          new Rule<>(
              "more workers than cores",
              all(
                  Signs.WAITED_FOR_CORE,
                  is(
                      "more workers than usable cores",
                      facts -> facts.plan().workers() > facts.cores())),
              CoreAdvice::moreThanCores,
              MEASUREMENT),
          new Rule<>(
              "waits for a core",
              Signs.WAITED_FOR_CORE,
              facts ->
                  waitedForCore(facts) + ", with no more workers than cores: see what else ran",
              MEASUREMENT),
          new Rule<>(
              "one long task",
              all(
                  atLeast(Signs.WORKERS, 2),
                  atLeast(
                      share("longest task, of wall", facts -> facts.ofWall(facts.longestNanos())),
                      MOST_OF_WALL),
                  below(share("median task, of the longest", Facts::medianOfLongest), HALF)),
              CoreAdvice::longestTask,
              MEASUREMENT),
          new Rule<>(
              "threads of tasks",
              all(kind(Kind.CPU_BOUND), Signs.WELL_HELPED),
              facts ->
                  "threads that tasks started, or a shared pool, did "
                      + Figures.percent(facts.helped())
                      + " of the computing",
              MEASUREMENT),
          new Rule<>(
              "cores full",
              all(kind(Kind.CPU_BOUND), Signs.CORES_FULL),
              _ -> "the cores were the limit: only less work or more cores would be faster",
              MEASUREMENT),
          new Rule<>(
              "cores left",
              all(
                  kind(Kind.CPU_BOUND),
                  atLeast(
                      count(
                          "usable cores beyond workers",
                          facts -> facts.cores() - facts.plan().workers()),
                      1),
                  is(
                      "more tasks than workers",
                      facts -> facts.counts().tasks() > facts.plan().workers())),
              facts -> facts.workers() + " cannot fill the cores: more would be faster",
              OVERVIEW.section("3. Python multiprocessing")),
          new Rule<>(
              "computing",
              kind(Kind.CPU_BOUND),
              facts -> Advice.spent(facts, Advice.shares(facts).running()) + " computing",
              MEASUREMENT));

  private CoreAdvice() {}

  private static String waitedForCore(Facts facts) {
    return Advice.spent(facts, facts.ready()) + " waiting for a core";
  }

  private static String quotaStopped(Facts facts) {
    return "the quota of " + facts.coresText() + heldBack(facts);
  }

  private static String heldBack(Facts facts) {
    return " held threads back for " + Figures.duration(facts.throttledNanos());
  }

  private static String fewCores(Facts facts, String why) {
    return "no speed-up of CPU-bound work can be expected on "
        + facts.coresText()
        + why
        + "; waiting can still overlap";
  }

  private static String machineBusy(Facts facts) {
    return waitedForCore(facts)
        + ": "
        + facts.othersTook()
        + ", so run it again when the machine is quiet";
  }

  private static String moreThanCores(Facts facts) {
    String workers = Figures.plural(facts.worker());
    return waitedForCore(facts) + ": more " + workers + " than cores do not help";
  }

  private static String longestTask(Facts facts) {
    return "one task alone took "
        + Figures.duration(facts.longestNanos())
        + " and set the pace: split it";
  }
}
