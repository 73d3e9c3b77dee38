package io.github.heddle.report;

import static io.github.heddle.report.Source.COMPARING;
import static io.github.heddle.report.Source.MEASUREMENT;
import static io.github.heddle.report.Source.OVERVIEW;
import static io.github.heddle.report.Source.TRADE_OFFS;

import io.github.heddle.trace.Hold;
import java.util.List;

/// What held back a run on an event loop or on carriers, or what would help.
final class LoopAdvice {
  static final List<Rule> RULES =
      List.of(
          new Rule(
              facts -> facts.longHold().filter(Hold::pinned).isPresent(),
              LoopAdvice::pinned,
              MEASUREMENT),
          new Rule(LoopAdvice::fewHold, LoopAdvice::held, COMPARING),
          new Rule(LoopAdvice::waitsOffloaded, LoopAdvice::waitingNeedsNoThread, COMPARING),
          new Rule(
              facts -> computesOffloaded(facts) && facts.turn() >= 0.2,
              LoopAdvice::offloadersBusy,
              COMPARING),
          new Rule(LoopAdvice::computesOffloaded, LoopAdvice::beside, COMPARING),
          new Rule(
              facts -> facts.kind() == Kind.CPU_BOUND && facts.model("async"),
              facts ->
                  "one event loop computes for one task at a time, on one core: threads or"
                      + " processes can use the others"
                      + facts.besideOthers(),
              TRADE_OFFS),
          new Rule(LoopAdvice::coreTaken, LoopAdvice::machineBusy, MEASUREMENT),
          new Rule(
              facts -> facts.turn() >= 0.2 && facts.kind() != Kind.CPU_BOUND,
              LoopAdvice::busy,
              OVERVIEW),
          new Rule(
              facts -> facts.kind() == Kind.MIXED && facts.model("async"),
              _ -> "the loop overlaps what tasks wait for, not what they compute",
              OVERVIEW));

  private LoopAdvice() {}

  private static boolean fewHold(Facts facts) {
    return facts.longHold().isPresent()
        && facts.numbers().loop().holders() <= Math.max(1, facts.counts().tasks() / 4);
  }

  private static String pinned(Facts facts) {
    return held(facts, facts.longHold().orElseThrow())
        + ": it waited where a virtual thread cannot leave its carrier, such as in a class"
        + " initialiser or in native code";
  }

  private static String held(Facts facts) {
    String help =
        facts.model("async")
            ? ": Heddle.offload(() -> …) computes beside the loop"
            : ": virtual threads are for tasks that wait";
    return held(facts, facts.longHold().orElseThrow()) + help;
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

  /// Whether threads were kept for what only waits.
  private static boolean waitsOffloaded(Facts facts) {
    Offloaded beside = facts.offloaded();
    return beside.waitingNanos() > 2 * beside.runningNanos();
  }

  private static String waitingNeedsNoThread(Facts facts) {
    return Advice.spent(facts, facts.numbers().shares().orElseThrow().waiting())
        + " waiting, part of it on threads that it was offloaded to: what waits needs none, it"
        + " leaves the loop by itself";
  }

  /// Whether most of the computing was offloaded.
  private static boolean computesOffloaded(Facts facts) {
    double computed =
        facts.numbers().shares().map(shares -> shares.running() * shares.totalNanos()).orElse(0.0);
    return facts.offloaded().runningNanos() > computed / 2
        && facts.kind() != Kind.IO_BOUND
        && facts.kind() != Kind.UNKNOWN;
  }

  private static String offloadersBusy(Facts facts) {
    return Advice.spent(facts, facts.turn())
        + " waiting for one of "
        + offloaders(facts)
        + " beside the loop, or for the loop: "
        + (facts.coresFull()
            ? "the cores were the limit"
            : "as many at once as there are cores is the most that helps")
        + facts.besideOthers();
  }

  private static String beside(Facts facts) {
    return "what was offloaded computed beside the loop, on "
        + offloaders(facts)
        + (facts.coresFull() ? ": the cores were the limit" : "")
        + facts.besideOthers();
  }

  private static String offloaders(Facts facts) {
    return Figures.count(facts.offloaded().workers(), "worker");
  }

  /// Whether tasks waited for carriers that were themselves without a core, as far as can be told.
  private static boolean coreTaken(Facts facts) {
    double atOnce = Math.min(facts.plan().workers(), facts.cores());
    return facts.turn() >= 0.2
        && facts.crowded()
        && facts.numbers().coresUsed().orElse(atOnce) < 0.6 * atOnce;
  }

  private static String machineBusy(Facts facts) {
    return Advice.spent(facts, facts.turn())
        + " waiting for "
        + facts.readyFor()
        + ", and other programs took "
        + Figures.number(facts.numbers().coresOfOthers().orElseThrow())
        + " cores: run it again when the machine is quiet";
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
