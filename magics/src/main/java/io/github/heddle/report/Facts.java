package io.github.heddle.report;

import io.github.heddle.plan.Plan;
import io.github.heddle.trace.Hold;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the rules of a finding look at, and the phrases they share.
///
/// @param walls how long each of the runs took that were measured, in nanoseconds
record Facts(Plan plan, Numbers numbers, List<Long> walls) {
  Facts {
    walls = List.copyOf(walls);
  }

  /// Of a run that was measured once.
  Facts(Plan plan, Numbers numbers) {
    this(plan, numbers, List.of(numbers.wallNanos()));
  }

  Counts counts() {
    return numbers.counts();
  }

  /// The kind of work, where the run was long enough to say.
  Kind kind() {
    return tooShort() || waitsUnclear()
        ? Kind.UNKNOWN
        : numbers
            .shares()
            .map(shares -> shares.kind(numbers.helpers(), paused()))
            .orElse(Kind.UNKNOWN);
  }

  boolean tooShort() {
    return Signs.TOO_SHORT.holds(this);
  }

  /// How many samples of each task's state there could be; without end where states are exact.
  double samples() {
    return numbers.resolutionNanos() == 0
        ? Double.POSITIVE_INFINITY
        : (double) numbers.wallNanos() / numbers.resolutionNanos();
  }

  boolean deadlocked() {
    return numbers.obstacles().deadlock().isPresent();
  }

  boolean waitsUnclear() {
    return Signs.WAITS_UNCLEAR.holds(this);
  }

  /// The share of task time, waits for a core left out, in which tasks waited while other threads
  /// were busy, for whom cannot be told.
  double unsure() {
    double work =
        numbers.shares().map(shares -> shares.totalNanos() * (1 - shares.ready())).orElse(0.0);
    long unsure = numbers.helpers().unsureNanos();
    return unsure == 0 ? 0 : unsure / Math.max(1, work);
  }

  /// The share of the computing that threads did which are no workers.
  double helped() {
    long cpu = numbers.counters().cpuNanos().orElse(0);
    return cpu > 0 ? (double) numbers.helpers().runningNanos() / cpu : 0;
  }

  /// How long tasks waited for the garbage collector, all together; 0 where it was not measured.
  long paused() {
    return numbers.pausedNanos();
  }

  /// The share of task time spent waiting for a core.
  double ready() {
    return numbers.loop().turn().isPresent() ? 0 : shareReady();
  }

  /// The share of task time spent waiting for the loop, or for a carrier.
  double turn() {
    return numbers.loop().turn().isPresent() ? shareReady() : 0;
  }

  /// The share of task time in which tasks computed or could have.
  double computing() {
    return numbers.shares().map(shares -> shares.running() + shares.ready()).orElse(0.0);
  }

  /// What was done beside the loop or the carriers.
  Offloaded offloaded() {
    return numbers.loop().offloaded();
  }

  /// `other programs took 1.04 cores`, where that is known.
  String othersTook() {
    return "other programs took "
        + Figures.number(numbers.coresOfOthers().orElseThrow())
        + " cores";
  }

  private double shareReady() {
    return numbers.shares().map(Shares::ready).orElse(0.0);
  }

  /// The longest time a task held others up, where it mattered.
  Optional<Hold> longHold() {
    return numbers.loop().longest().filter(_ -> Signs.LONG_HOLD.holds(this));
  }

  /// That time beside wall; 0 where nobody was held up.
  double longestHoldShare() {
    return ofWall(numbers.loop().longest().map(Hold::nanos).orElse(0L));
  }

  /// Whether a speed-up can be named: there were tasks to overlap, enough was measured, and the run
  /// was about the tasks, not about handing them out or about other programs.
  boolean speedUpKnown() {
    return !Signs.SPEED_UP_UNKNOWN.holds(this);
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

  /// How much of the cores that could be used was, 0 where it was not measured.
  double coresUsedShare() {
    return numbers.coresUsed().orElse(0) / cores();
  }

  /// The same of the cores that loop or carriers could use at once; all of them where it was not
  /// measured.
  double usedOfLoop() {
    double atOnce = Math.min(plan.workers(), cores());
    return numbers.coresUsed().orElse(atOnce) / atOnce;
  }

  /// How much of the machine other programs used, 0 where it was not measured.
  double crowding() {
    return numbers.coresOfOthers().orElse(0) / numbers.usable().affinity();
  }

  /// A time beside wall.
  double ofWall(long nanos) {
    return nanos == 0 ? 0 : nanos / (double) numbers.wallNanos();
  }

  /// The time that half of the tasks stayed below; without end where none came to its end.
  double medianNanos() {
    return numbers.taskTimes().map(times -> (double) times.medianNanos()).orElse(Double.MAX_VALUE);
  }

  /// That time beside the longest task; 1 where none came to its end.
  double medianOfLongest() {
    return numbers
        .taskTimes()
        .map(times -> (double) times.medianNanos() / Math.max(1, times.maxNanos()))
        .orElse(1.0);
  }

  /// The longest run beside the shortest, of those that were measured.
  double spread() {
    double shortest = walls.stream().mapToLong(Long::longValue).min().orElse(1);
    return walls.stream().mapToLong(Long::longValue).max().orElse(1) / Math.max(1, shortest);
  }

  /// The longest task; 0 where none came to its end.
  long longestNanos() {
    return numbers.taskTimes().map(TaskTimes::maxNanos).orElse(0L);
  }

  /// The share of the workers' time that went into tasks, waits for a core between them left out: a
  /// larger task would have had those, too. 1 where it is not known.
  double occupied() {
    double inAll = (double) numbers.wallNanos() * Math.min(plan.workers(), counts().tasks());
    double offered = Math.max(1, inAll - numbers.obstacles().betweenTasksNanos());
    return numbers
        .shares()
        .map(shares -> shares.totalNanos() * (1 - shares.sending()) / offered)
        .orElse(1.0);
  }

  /// The share of task time, with what was sent before and after, that went into sending.
  double sending() {
    return numbers.shares().map(Shares::sending).orElse(0.0);
  }

  /// How long a quota kept threads from running, summed over cores; 0 where that is not known.
  long throttledNanos() {
    return numbers.counters().throttledNanos().orElse(0);
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
    return Loop.readyFor(plan);
  }

  /// `2 cores`, `1 core`, `1.5 cores`.
  String coresText() {
    return Figures.cores(cores());
  }

  String wall() {
    return Figures.duration(numbers.wallNanos());
  }

  /// `5 of 16 tasks done`.
  String done() {
    return String.format(Locale.ROOT, "%,d of %s done", counts().done(), tasks());
  }
}
