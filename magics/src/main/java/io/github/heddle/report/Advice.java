package io.github.heddle.report;

import static io.github.heddle.report.Condition.all;
import static io.github.heddle.report.Condition.atLeast;
import static io.github.heddle.report.Condition.below;
import static io.github.heddle.report.Condition.is;
import static io.github.heddle.report.Guide.COMPARING;
import static io.github.heddle.report.Guide.TRADE_OFFS;
import static io.github.heddle.report.Guide.WHEN_TO_USE;
import static io.github.heddle.report.Signs.kind;
import static io.github.heddle.report.Signs.model;
import static io.github.heddle.report.Source.MEASUREMENT;

import io.github.heddle.trace.Deadlock;
import java.util.List;
import java.util.stream.Stream;

/// What held a run back, or what would help: the first rule that holds gives the sentence.
final class Advice {
  /// What makes it useless to look for more.
  private static final List<Rule<Facts>> FIRST =
      List.of(
          new Rule<>(
              "no tasks",
              below(Signs.TASKS, 1),
              _ -> "there was no element and no task to run a body for",
              MEASUREMENT),
          // that threads may lock each other up is the guide's; that an order would have kept them
          // from it follows from the circle that was found
          new Rule<>(
              "deadlock",
              Signs.DEADLOCK,
              Advice::deadlock,
              TRADE_OFFS.section("Tradeoff: Multithreading")),
          new Rule<>(
              "looked at too seldom",
              all(
                  atLeast(Signs.WALL, Cautions.SHORT_NANOS),
                  below(Signs.SAMPLES, Signs.FEWEST_SAMPLES)),
              Advice::tooSeldom,
              MEASUREMENT),
          new Rule<>(
              "too short to say",
              Signs.TOO_SHORT,
              _ -> "too short to say what held it back: give it at least 100 ms of work",
              MEASUREMENT),
          new Rule<>(
              "waits not measured",
              is("states were not measured", facts -> facts.numbers().shares().isEmpty()),
              _ -> "what tasks waited for cannot be measured here",
              MEASUREMENT),
          new Rule<>(
              "waits for other threads",
              Signs.WAITS_UNCLEAR,
              _ ->
                  "tasks waited while other threads computed for them, for which of them cannot be"
                      + " told",
              MEASUREMENT));

  /// What was in the way of the tasks.
  private static final List<Rule<Facts>> IN_THE_WAY =
      List.of(
          new Rule<>(
              "lock",
              kind(Kind.LOCK_BOUND),
              Advice::locked,
              TRADE_OFFS.section("Definition: Multithreading")));

  /// What tasks did that waited.
  private static final List<Rule<Facts>> WAITING =
      List.of(
          new Rule<>(
              "waiting one at a time",
              all(kind(Kind.IO_BOUND), model("sequential"), Signs.SEVERAL_TASKS),
              facts -> waited(facts) + ": while one waits, others could run",
              WHEN_TO_USE.section("Threading")),
          new Rule<>(
              "waiting in turns",
              all(
                  kind(Kind.IO_BOUND),
                  is("not all at once under way", facts -> !facts.allAtOnce())),
              facts -> waited(facts) + ": more at once would overlap more of it",
              WHEN_TO_USE.section("Asyncio")),
          new Rule<>(
              "waiting all at once",
              all(kind(Kind.IO_BOUND), Signs.SEVERAL_TASKS),
              facts -> waited(facts) + ": " + enough(facts),
              COMPARING.section("1. Async Processing")),
          new Rule<>("waiting", kind(Kind.IO_BOUND), Advice::waited, MEASUREMENT),
          new Rule<>(
              "mixed with threads of tasks",
              Signs.WELL_HELPED,
              Advice::helpedAndMixed,
              MEASUREMENT),
          new Rule<>("mixed", Signs.ALWAYS, Advice::mixed, MEASUREMENT));

  static final List<Rule<Facts>> RULES =
      Stream.of(
              FIRST,
              IN_THE_WAY,
              CoreAdvice.TOO_FEW,
              LoopAdvice.RULES,
              OverheadAdvice.RULES,
              LoopAdvice.TOGETHER,
              CoreAdvice.RULES,
              WAITING)
          .flatMap(List::stream)
          .toList();

  private Advice() {}

  static Shares shares(Facts facts) {
    return facts.numbers().shares().orElseThrow();
  }

  static String spent(Facts facts, double share) {
    String who = facts.counts().tasks() == 1 ? "the task spent " : "tasks spent ";
    String whose = facts.counts().tasks() == 1 ? " of its time" : " of their time";
    return who + Figures.percent(share) + whose;
  }

  private static String waited(Facts facts) {
    return spent(facts, shares(facts).waiting()) + " waiting for I/O or sleep";
  }

  private static String enough(Facts facts) {
    return facts.model("async") ? "one thread is enough" : "async would need only one thread";
  }

  /// The run was not short, so the sampler was kept from looking at it.
  private static String tooSeldom(Facts facts) {
    return "what tasks did was looked at only every "
        + Figures.duration(facts.numbers().resolutionNanos())
        + ", too seldom to say what held it back: run it again when the machine is quiet";
  }

  private static String locked(Facts facts) {
    double locked = shares(facts).locked();
    List<LockedAt> locks = facts.numbers().locks();
    if (locks.isEmpty()) {
      return spent(facts, locked)
          + " waiting for a lock that one holds at a time: hold it for less";
    }
    String longest = locks.getFirst().inWords();
    return locks.size() == 1
        ? spent(facts, locked) + " waiting for " + longest + ": hold it for less"
        : spent(facts, locked)
            + " waiting for locks, longest for "
            + longest
            + ": hold it for less";
  }

  private static String deadlock(Facts facts) {
    String circle = facts.numbers().obstacles().deadlock().map(Deadlock::inWords).orElseThrow();
    return "deadlock: " + circle + ": take locks in the same order";
  }

  private static String mixed(Facts facts) {
    Shares shares = shares(facts);
    return String.format(
        "tasks computed for %s and waited for %s of their time: cores limit only the computing",
        Figures.percent(shares.running()), Figures.percent(shares.waiting()));
  }

  private static String helpedAndMixed(Facts facts) {
    Shares shares = shares(facts);
    double computed = shares.computed(facts.numbers().helpers());
    double waited = shares.waited(facts.numbers().helpers(), facts.paused());
    double work = computed + waited + shares.locked();
    return String.format(
        "computing was %s of what tasks and the threads that worked for them did, waiting %s: cores"
            + " limit only the computing",
        Figures.percent(computed / work), Figures.percent(waited / work));
  }
}
