package io.github.heddle.report;

import static io.github.heddle.report.Condition.all;
import static io.github.heddle.report.Condition.atLeast;
import static io.github.heddle.report.Condition.below;
import static io.github.heddle.report.Condition.either;
import static io.github.heddle.report.Condition.is;
import static io.github.heddle.report.Guide.COMPARING;
import static io.github.heddle.report.Guide.OVERVIEW;
import static io.github.heddle.report.Guide.WHEN_TO_USE;
import static io.github.heddle.report.Signs.count;
import static io.github.heddle.report.Signs.factor;
import static io.github.heddle.report.Signs.kind;
import static io.github.heddle.report.Signs.model;
import static io.github.heddle.report.Signs.share;
import static io.github.heddle.report.Source.MEASUREMENT;

import io.github.heddle.trace.Hold;
import java.util.List;

/// What held back a run on an event loop or on carriers, or what would help.
final class LoopAdvice {
  private static final String THE_LIMIT = ": the cores were the limit";

  /// From this share on, beside the loop at least as much was computed as on it.
  private static final double HALF = 0.5;

  /// From this factor on, two thirds of what threads beside the loop were kept for was waiting.
  private static final double TWICE = 2;

  /// Where fewer tasks did not hold the loop, it is no longer one or a few that are in the way of
  /// the others.
  private static final double MOST_TASKS = 0.75;

  /// Much of the computing was offloaded.
  private static final Condition<Facts> COMPUTES_OFFLOADED =
      all(
          atLeast(share("computing that was offloaded", LoopAdvice::computedBeside), HALF),
          is(
              "not I/O-bound",
              facts -> facts.kind() != Kind.IO_BOUND && facts.kind() != Kind.UNKNOWN));

  /// One task in the way of the others, and what was done beside loop or carriers.
  static final List<Rule<Facts>> RULES =
      List.of(
          new Rule<>("pinned", Signs.longHoldPinned(), LoopAdvice::pinned, MEASUREMENT),
          new Rule<>(
              "loop held",
              all(
                  model("async"),
                  Signs.LONG_HOLD,
                  either(
                      below(
                          count("tasks that held it", facts -> facts.numbers().loop().holders()),
                          2),
                      atLeast(share("tasks that did not", LoopAdvice::heldNobody), MOST_TASKS))),
              LoopAdvice::held,
              OVERVIEW.section("Summary of Use Cases")),
          new Rule<>(
              "waiting offloaded",
              atLeast(factor("offloaded waiting / running", LoopAdvice::waitingBeside), TWICE),
              LoopAdvice::waitingNeedsNoThread,
              COMPARING.section("1. Async Processing")),
          new Rule<>(
              "offloaders fill the cores",
              all(COMPUTES_OFFLOADED, Signs.WAITED_FOR_TURN, Signs.CORES_FULL),
              facts -> waitedForOffloaders(facts) + THE_LIMIT,
              MEASUREMENT),
          new Rule<>(
              "offloaders busy",
              all(COMPUTES_OFFLOADED, Signs.WAITED_FOR_TURN),
              facts ->
                  waitedForOffloaders(facts)
                      + ": as many at once as there are cores is the most that helps",
              MEASUREMENT),
          new Rule<>(
              "computing offloaded fills the cores",
              all(COMPUTES_OFFLOADED, Signs.CORES_FULL),
              facts -> beside(facts) + THE_LIMIT,
              MEASUREMENT),
          new Rule<>(
              "computing offloaded",
              COMPUTES_OFFLOADED,
              LoopAdvice::beside,
              WHEN_TO_USE.section("Asyncio")));

  /// All tasks together.
  static final List<Rule<Facts>> TOGETHER =
      List.of(
          new Rule<>(
              "loop computes",
              all(kind(Kind.CPU_BOUND), model("async"), Signs.SEVERAL_TASKS, Signs.HARDLY_HELPED),
              _ ->
                  "one event loop computes for one task at a time, on one core: threads or"
                      + " processes can use the others",
              OVERVIEW.section("Summary of Use Cases")),
          new Rule<>(
              "loop without a core", Signs.LOOP_WITHOUT_CORE, LoopAdvice::machineBusy, MEASUREMENT),
          new Rule<>(
              "loop busy",
              all(
                  Signs.WAITED_FOR_TURN,
                  is("not CPU-bound", facts -> facts.kind() != Kind.CPU_BOUND)),
              LoopAdvice::busy,
              OVERVIEW.section("Summary of Use Cases")),
          new Rule<>(
              "loop overlaps waiting",
              all(kind(Kind.MIXED), model("async")),
              _ -> "the loop overlaps what tasks wait for, not what they compute",
              OVERVIEW.section("Summary of Use Cases")));

  private LoopAdvice() {}

  private static double heldNobody(Facts facts) {
    return 1 - facts.numbers().loop().holders() / (double) facts.counts().tasks();
  }

  private static double waitingBeside(Facts facts) {
    Offloaded beside = facts.offloaded();
    return beside.waitingNanos() == 0
        ? 0
        : beside.waitingNanos() / (double) Math.max(1, beside.runningNanos());
  }

  private static double computedBeside(Facts facts) {
    double computed =
        facts.numbers().shares().map(shares -> shares.running() * shares.totalNanos()).orElse(0.0);
    long beside = facts.offloaded().runningNanos();
    return beside == 0 ? 0 : beside / Math.max(1, computed);
  }

  private static String pinned(Facts facts) {
    return held(facts, facts.longHold().orElseThrow())
        + ": it waited where a virtual thread cannot leave its carrier, such as in a class"
        + " initialiser or in native code";
  }

  private static String held(Facts facts) {
    return held(facts, facts.longHold().orElseThrow())
        + ": Heddle.offload(() -> …) computes beside the loop";
  }

  private static String held(Facts facts, Hold hold) {
    String carrier = facts.model("async") ? " held the loop for " : " held its carrier for ";
    String others =
        hold.others() == 1 ? "another one was" : Figures.thousands(hold.others()) + " others were";
    return "task "
        + hold.task()
        + carrier
        + Figures.duration(hold.nanos())
        + hold.place().map(place -> " at " + place).orElse("")
        + " while "
        + others
        + " ready";
  }

  private static String waitingNeedsNoThread(Facts facts) {
    return Advice.spent(facts, facts.numbers().shares().orElseThrow().waiting())
        + " waiting, part of it on threads that it was offloaded to: what waits needs none, it"
        + " leaves the loop by itself";
  }

  private static String waitedForOffloaders(Facts facts) {
    return Advice.spent(facts, facts.turn())
        + " waiting for one of "
        + offloaders(facts)
        + " beside the loop, or for the loop";
  }

  private static String beside(Facts facts) {
    return "what was offloaded computed beside the loop, on " + offloaders(facts);
  }

  private static String offloaders(Facts facts) {
    return Figures.count(facts.offloaded().workers(), "worker");
  }

  private static String machineBusy(Facts facts) {
    return Advice.spent(facts, facts.turn())
        + " waiting for "
        + facts.readyFor()
        + ", and "
        + facts.othersTook()
        + ": run it again when the machine is quiet";
  }

  private static String busy(Facts facts) {
    String more = facts.model("async") ? "one thread can" : facts.workers() + " can";
    return Advice.spent(facts, facts.turn())
        + " waiting for "
        + facts.readyFor()
        + ": all of them together have more to compute than "
        + more;
  }
}
