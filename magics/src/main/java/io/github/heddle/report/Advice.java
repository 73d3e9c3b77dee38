package io.github.heddle.report;

import static io.github.heddle.report.Source.COMPARING;
import static io.github.heddle.report.Source.MEASUREMENT;
import static io.github.heddle.report.Source.OVERVIEW;
import static io.github.heddle.report.Source.TRADE_OFFS;
import static io.github.heddle.report.Source.WHEN_TO_USE;

import io.github.heddle.trace.Deadlock;
import java.util.List;

/// What held a run back, or what would help: the first rule that holds gives the sentence.
final class Advice {
  static final List<Rule> RULES =
      List.of(
          new Rule(
              facts -> facts.counts().tasks() == 0,
              _ -> "there was no element and no task to run a body for",
              MEASUREMENT),
          new Rule(Facts::deadlocked, Advice::deadlock, COMPARING),
          new Rule(
              Facts::tooShort,
              _ -> "too short to say what held it back: give it at least 100 ms of work",
              MEASUREMENT),
          new Rule(
              facts -> facts.numbers().shares().isEmpty(),
              _ -> "what tasks waited for cannot be measured here",
              MEASUREMENT),
          new Rule(
              Facts::waitsUnclear,
              _ ->
                  "tasks waited while a pool that they share computed, for which of them cannot be"
                      + " told",
              MEASUREMENT),
          new Rule(facts -> facts.kind() == Kind.LOCK_BOUND, Advice::locked, COMPARING),
          new Rule(
              facts -> facts.kind() == Kind.CPU_BOUND && facts.cores() < 2,
              Advice::fewCores,
              TRADE_OFFS),
          new Rule(Advice::throttled, Advice::quotaStopped, MEASUREMENT),
          new Rule(Advice::loopWasInTheWay, Advice::ofLoop, MEASUREMENT),
          new Rule(Advice::sendingHeldBack, Advice::sent, COMPARING),
          new Rule(Facts::tooSmall, Advice::betweenTasks, MEASUREMENT),
          new Rule(Advice::startupHeldBack, Advice::started, COMPARING),
          new Rule(
              facts -> facts.kind() == Kind.CPU_BOUND && facts.model("sequential"),
              facts ->
                  "one after the other uses one core: threads or processes can use the others"
                      + facts.besideOthers(),
              TRADE_OFFS),
          new Rule(Facts::heldUpByOthers, Advice::machineBusy, MEASUREMENT),
          new Rule(Advice::oversubscribed, Advice::moreThanCores, MEASUREMENT),
          new Rule(
              facts -> facts.ready() >= 0.2,
              facts ->
                  waitedForCore(facts) + ", with no more workers than cores: see what else ran",
              MEASUREMENT),
          new Rule(Advice::uneven, Advice::longestTask, MEASUREMENT),
          new Rule(
              facts -> facts.kind() == Kind.CPU_BOUND && facts.helped() >= 0.2,
              facts ->
                  "threads that tasks started, or a shared pool, did "
                      + Figures.percent(facts.helped())
                      + " of the computing",
              TRADE_OFFS),
          new Rule(
              facts -> facts.kind() == Kind.CPU_BOUND && facts.coresFull(),
              _ -> "the cores were the limit: only less work or more cores would be faster",
              OVERVIEW),
          new Rule(
              Advice::coresLeft,
              facts -> facts.workers() + " cannot fill the cores: more would be faster",
              TRADE_OFFS),
          new Rule(
              facts -> facts.kind() == Kind.CPU_BOUND,
              facts -> spent(facts, shares(facts).running()) + " computing",
              OVERVIEW),
          new Rule(
              facts -> facts.kind() == Kind.IO_BOUND && facts.model("sequential"),
              facts -> waited(facts) + ": while one waits, others could run",
              WHEN_TO_USE),
          new Rule(
              facts -> facts.kind() == Kind.IO_BOUND && !facts.allAtOnce(),
              facts -> waited(facts) + ": more at once would overlap more of it",
              WHEN_TO_USE),
          new Rule(
              facts -> facts.kind() == Kind.IO_BOUND,
              facts -> waited(facts) + ": " + enough(facts),
              WHEN_TO_USE),
          new Rule(_ -> true, Advice::mixed, TRADE_OFFS));

  private Advice() {}

  private static Shares shares(Facts facts) {
    return facts.numbers().shares().orElseThrow();
  }

  private static boolean loopWasInTheWay(Facts facts) {
    return facts.numbers().loop().turn().isPresent()
        && Rule.first(LoopAdvice.RULES, facts).isPresent();
  }

  private static String ofLoop(Facts facts) {
    return Rule.first(LoopAdvice.RULES, facts).orElseThrow();
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

  private static boolean throttled(Facts facts) {
    return facts.numbers().counters().throttledNanos().orElse(0)
        >= facts.numbers().wallNanos() / 10;
  }

  private static String quotaStopped(Facts facts) {
    return "the quota of " + facts.coresText() + heldBack(facts);
  }

  private static String heldBack(Facts facts) {
    long nanos = facts.numbers().counters().throttledNanos().orElse(0);
    return " held threads back for " + Figures.duration(nanos);
  }

  private static String fewCores(Facts facts) {
    boolean quota = facts.numbers().usable().affinity() > facts.cores();
    String why =
        (quota ? ", the quota here" : "")
            + (quota && throttled(facts) ? ", which" + heldBack(facts) : "");
    return "no speed-up of CPU-bound work can be expected on "
        + facts.coresText()
        + why
        + "; waiting can still overlap";
  }

  private static String machineBusy(Facts facts) {
    return waitedForCore(facts)
        + ": other programs took "
        + Figures.number(facts.numbers().coresOfOthers().orElseThrow())
        + " cores, so run it again when the machine is quiet";
  }

  private static boolean oversubscribed(Facts facts) {
    return facts.ready() >= 0.2 && facts.plan().workers() > facts.cores();
  }

  private static String moreThanCores(Facts facts) {
    String workers = Figures.plural(facts.worker());
    return waitedForCore(facts) + ": more " + workers + " than cores do not help";
  }

  private static boolean sendingHeldBack(Facts facts) {
    return facts.model("processes") && facts.sending() >= 1 / 3.0;
  }

  private static String sent(Facts facts) {
    return Figures.percent(facts.sending())
        + " of the time went into sending elements and results: processes share no memory, so send"
        + " less, or give each task more to do";
  }

  private static boolean startupHeldBack(Facts facts) {
    return facts.model("processes") && facts.startupNanos() >= facts.numbers().wallNanos();
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

  private static boolean uneven(Facts facts) {
    return facts.counts().tasks() > 1
        && facts.plan().workers() > 1
        && facts.longestNanos() >= 0.9 * facts.numbers().wallNanos()
        && facts.numbers().taskTimes().filter(t -> t.medianNanos() < t.maxNanos() / 2).isPresent();
  }

  private static String longestTask(Facts facts) {
    return "one task alone took "
        + Figures.duration(facts.longestNanos())
        + " and set the pace: split it";
  }

  private static boolean coresLeft(Facts facts) {
    return facts.kind() == Kind.CPU_BOUND
        && facts.plan().workers() + 1 <= facts.cores()
        && facts.counts().tasks() > facts.plan().workers();
  }

  private static String mixed(Facts facts) {
    Shares shares = shares(facts);
    return String.format(
        "tasks computed for %s and waited for %s of their time: cores limit only the computing",
        Figures.percent(shares.running()), Figures.percent(shares.waiting()));
  }
}
