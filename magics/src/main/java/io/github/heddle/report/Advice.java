package io.github.heddle.report;

import static io.github.heddle.report.Condition.all;
import static io.github.heddle.report.Condition.atLeast;
import static io.github.heddle.report.Condition.below;
import static io.github.heddle.report.Condition.is;
import static io.github.heddle.report.Guide.COMPARING;
import static io.github.heddle.report.Guide.OVERVIEW;
import static io.github.heddle.report.Guide.TRADE_OFFS;
import static io.github.heddle.report.Guide.WHEN_TO_USE;
import static io.github.heddle.report.Signs.count;
import static io.github.heddle.report.Signs.kind;
import static io.github.heddle.report.Signs.model;
import static io.github.heddle.report.Signs.share;
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
          new Rule<>(
              "deadlock",
              Signs.DEADLOCK,
              Advice::deadlock,
              TRADE_OFFS.section("Tradeoff: Multithreading")),
          new Rule<>("too short to say", Signs.TOO_SHORT, Advice::tooShort, MEASUREMENT),
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
              TRADE_OFFS.section("Definition: Multithreading")),
          new Rule<>(
              "too few cores",
              all(kind(Kind.CPU_BOUND), Signs.FEW_CORES),
              Advice::fewCores,
              TRADE_OFFS.section("Definition: Multiprocessing")),
          new Rule<>("quota", Signs.THROTTLED, Advice::quotaStopped, MEASUREMENT));

  /// What kept tasks from cores, or cores from tasks.
  private static final List<Rule<Facts>> COMPUTING =
      List.of(
          new Rule<>(
              "one core at a time",
              all(
                  kind(Kind.CPU_BOUND),
                  model("sequential"),
                  below(share("CPU time of helpers", Facts::helped), Signs.MUCH_HELPED)),
              facts ->
                  "one after the other uses one core: threads or processes can use the others"
                      + facts.besideOthers(),
              TRADE_OFFS.section("Summary")),
          new Rule<>("busy machine", Signs.HELD_UP_BY_OTHERS, Advice::machineBusy, MEASUREMENT),
          new Rule<>(
              "more workers than cores",
              all(
                  Signs.WAITED_FOR_CORE,
                  is(
                      "more workers than usable cores",
                      facts -> facts.plan().workers() > facts.cores())),
              Advice::moreThanCores,
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
                      0.9),
                  below(share("median task, of the longest", Facts::medianOfLongest), 0.5)),
              Advice::longestTask,
              MEASUREMENT),
          new Rule<>(
              "threads of tasks",
              all(
                  kind(Kind.CPU_BOUND),
                  atLeast(share("CPU time of helpers", Facts::helped), Signs.MUCH_HELPED)),
              facts ->
                  "threads that tasks started, or a shared pool, did "
                      + Figures.percent(facts.helped())
                      + " of the computing",
              MEASUREMENT),
          new Rule<>(
              "cores full",
              all(kind(Kind.CPU_BOUND), Signs.CORES_FULL),
              _ -> "the cores were the limit: only less work or more cores would be faster",
              OVERVIEW.section("3. Python multiprocessing")),
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
              facts -> spent(facts, shares(facts).running()) + " computing",
              MEASUREMENT));

  /// What tasks did that waited.
  private static final List<Rule<Facts>> WAITING =
      List.of(
          new Rule<>(
              "waiting one at a time",
              all(kind(Kind.IO_BOUND), model("sequential")),
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
              kind(Kind.IO_BOUND),
              facts -> waited(facts) + ": " + enough(facts),
              COMPARING.section("1. Async Processing")),
          new Rule<>("mixed", Signs.ALWAYS, Advice::mixed, TRADE_OFFS.section("Summary")));

  static final List<Rule<Facts>> RULES =
      Stream.of(
              FIRST,
              IN_THE_WAY,
              LoopAdvice.RULES,
              OverheadAdvice.RULES,
              LoopAdvice.TOGETHER,
              COMPUTING,
              WAITING)
          .flatMap(List::stream)
          .toList();

  private Advice() {}

  private static Shares shares(Facts facts) {
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

  /// Where the run was not short, the sampler was kept from looking at it.
  private static String tooShort(Facts facts) {
    return facts.numbers().wallNanos() < Cautions.SHORT_NANOS
        ? "too short to say what held it back: give it at least 100 ms of work"
        : "what tasks did was looked at only every "
            + Figures.duration(facts.numbers().resolutionNanos())
            + ", too seldom to say what held it back: run it again when the machine is quiet";
  }

  private static String waitedForCore(Facts facts) {
    return spent(facts, facts.ready()) + " waiting for a core";
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

  private static String quotaStopped(Facts facts) {
    return "the quota of " + facts.coresText() + heldBack(facts);
  }

  private static String heldBack(Facts facts) {
    return " held threads back for " + Figures.duration(facts.throttledNanos());
  }

  private static String fewCores(Facts facts) {
    boolean quota = facts.numbers().usable().affinity() > facts.cores();
    String why =
        (quota ? ", the quota here" : "")
            + (quota && Signs.THROTTLED.holds(facts) ? ", which" + heldBack(facts) : "");
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

  private static String mixed(Facts facts) {
    Shares shares = shares(facts);
    if (facts.helped() >= Signs.MUCH_HELPED) {
      return helpedAndMixed(shares, facts);
    }
    return String.format(
        "tasks computed for %s and waited for %s of their time: cores limit only the computing",
        Figures.percent(shares.running()), Figures.percent(shares.waiting()));
  }

  private static String helpedAndMixed(Shares shares, Facts facts) {
    double computed = shares.computed(facts.numbers().helpers());
    double waited = shares.waited(facts.numbers().helpers(), facts.paused());
    double work = computed + waited + shares.locked();
    return String.format(
        "computing was %s of what tasks and the threads that worked for them did, waiting %s: cores"
            + " limit only the computing",
        Figures.percent(computed / work), Figures.percent(waited / work));
  }
}
