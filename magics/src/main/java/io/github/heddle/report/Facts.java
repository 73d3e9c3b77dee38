package io.github.heddle.report;

import io.github.heddle.plan.Plan;
import io.github.heddle.trace.Hold;
import java.util.Locale;
import java.util.Optional;

/// What the rules of a finding look at, and the phrases they share.
record Facts(Plan plan, Numbers numbers) {
  private static final long TOO_SHORT_NANOS = 10_000_000;
  private static final int SAMPLES_NEEDED = 10;

  Counts counts() {
    return numbers.counts();
  }

  /// The kind of work, where the run was long enough to say.
  Kind kind() {
    return tooShort() || waitsUnclear()
        ? Kind.UNKNOWN
        : numbers.shares().map(shares -> shares.kind(numbers.helpers())).orElse(Kind.UNKNOWN);
  }

  /// Whether the run was over before start-up, the just-in-time compiler or the sampling grid could
  /// stop mattering.
  boolean tooShort() {
    return numbers.wallNanos()
        < Math.max(TOO_SHORT_NANOS, SAMPLES_NEEDED * numbers.resolutionNanos());
  }

  boolean deadlocked() {
    return numbers.obstacles().deadlock().isPresent();
  }

  /// Whether tasks waited while a pool that all share was busy, for whom cannot be told: then it
  /// cannot be said what they waited for.
  boolean waitsUnclear() {
    long total = numbers.shares().map(Shares::totalNanos).orElse(0L);
    return numbers.helpers().unsureNanos() > 0.1 * total;
  }

  /// The share of the computing that threads did which are no workers.
  double helped() {
    long cpu = numbers.counters().cpuNanos().orElse(0);
    return cpu > 0 ? (double) numbers.helpers().runningNanos() / cpu : 0;
  }

  /// The share of task time spent waiting for a core.
  double ready() {
    return numbers.loop().turn().isPresent() ? 0 : shareReady();
  }

  /// The share of task time spent waiting for the loop, or for a carrier.
  double turn() {
    return numbers.loop().turn().isPresent() ? shareReady() : 0;
  }

  /// What was done beside the loop or the carriers.
  Offloaded offloaded() {
    return numbers.loop().offloaded();
  }

  /// `, while other programs took 1.04 cores`, where they took much; else nothing.
  String besideOthers() {
    return crowded()
        ? ", while other programs took "
            + Figures.number(numbers.coresOfOthers().orElseThrow())
            + " cores"
        : "";
  }

  private double shareReady() {
    return numbers.shares().map(Shares::ready).orElse(0.0);
  }

  /// The longest time a task held others up, where it mattered.
  Optional<Hold> longHold() {
    return numbers.loop().longest().filter(hold -> hold.nanos() >= numbers.wallNanos() / 20);
  }

  /// Whether a speed-up can be named: there were tasks to overlap, enough was measured, and the run
  /// was about the tasks, not about handing them out or about other programs.
  boolean speedUpKnown() {
    return !tooShort()
        && counts().tasks() > 1
        && numbers.speedUp().isPresent()
        && !tooSmall()
        && !heldUpByOthers();
  }

  /// Whether workers spent more time between tasks than in them, as tasks were tiny.
  boolean tooSmall() {
    return occupied() < 0.5
        && numbers.taskTimes().filter(times -> times.medianNanos() < 100_000).isPresent();
  }

  /// Whether tasks waited for cores while other programs used them.
  boolean heldUpByOthers() {
    return ready() >= 0.2 && crowded();
  }

  /// Whether every task came to its end with a result.
  boolean allDone() {
    return counts().allDone();
  }

  double factor() {
    return numbers.speedUp().map(SpeedUp::factor).orElse(1.0);
  }

  boolean model(String name) {
    return plan.model().equals(name);
  }

  /// How many cores' worth of time there was to use.
  double cores() {
    return numbers.usable().count();
  }

  /// Whether all tasks could be under way at once: then more workers would overlap no more.
  boolean allAtOnce() {
    return numbers.mostInFlight() >= counts().tasks()
        || plan.workers() >= counts().tasks()
        || model("async")
        || model("virtual");
  }

  boolean coresFull() {
    return numbers.coresUsed().orElse(0) >= 0.9 * cores();
  }

  /// Whether other programs used much of the machine.
  boolean crowded() {
    return numbers.coresOfOthers().orElse(0) >= 0.25 * numbers.usable().affinity();
  }

  /// The longest task; 0 where none came to its end.
  long longestNanos() {
    return numbers.taskTimes().map(TaskTimes::maxNanos).orElse(0L);
  }

  /// The share of the workers' time that went into tasks; 1 where it is not known.
  double occupied() {
    double offered = (double) numbers.wallNanos() * Math.min(plan.workers(), counts().tasks());
    return numbers
        .shares()
        .map(shares -> shares.totalNanos() * (1 - shares.sending()) / offered)
        .orElse(1.0);
  }

  /// The share of task time, with what was sent before and after, that went into sending.
  double sending() {
    return numbers.shares().map(Shares::sending).orElse(0.0);
  }

  /// How long it took to create the workers.
  long startupNanos() {
    return numbers.counters().startupNanos().orElse(0);
  }

  /// `8 tasks`, `1 task`.
  String tasks() {
    return Figures.count(counts().tasks(), "task");
  }

  /// `4 threads`, `1 process`.
  String workers() {
    return Figures.count(plan.workers(), worker());
  }

  /// What a worker of the model is called.
  String worker() {
    return switch (plan.model()) {
      case "processes" -> "process";
      case "virtual" -> "carrier";
      default -> "thread";
    };
  }

  /// What tasks that could go on wait for.
  String readyFor() {
    return numbers.loop().turn().orElse("a core");
  }

  /// `2 cores`, `1 core`, `1.5 cores`.
  String coresText() {
    return Figures.plain(cores()) + (cores() == 1 ? " core" : " cores");
  }

  String wall() {
    return Figures.duration(numbers.wallNanos());
  }

  /// `5 of 16 tasks done`.
  String done() {
    return String.format(Locale.ROOT, "%,d of %s done", counts().done(), tasks());
  }
}
