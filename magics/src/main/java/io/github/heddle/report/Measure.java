package io.github.heddle.report;

import io.github.heddle.trace.Helpers;
import io.github.heddle.trace.Hold;
import io.github.heddle.trace.Transfer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/// One number of a run, or the median of that number over several runs, for people.
///
/// @param name in words
/// @param definition how it is defined, one sentence
/// @param value the number itself, in the unit that it was counted in, so that it can be compared
/// @param text the value with its unit
/// @param spread the smallest and the largest value, where there were several
public record Measure(
    String name, String definition, double value, String text, Optional<String> spread) {
  /// A value and how it reads, alone and as one end of a range.
  private record Amount(double value, String text, String inRange) {
    Amount(double value, String text) {
      this(value, text, text);
    }
  }

  /// Numbers that are the higher, the shorter the run is.
  private static final Set<String> RATES = Set.of("speed-up", "efficiency", "tasks per second");

  private record Definition(
      String name, String sentence, Function<Numbers, Optional<Amount>> amount) {}

  private static final int MOST_LOCKS = 3;

  private static final List<Definition> DEFINITIONS =
      List.of(
          new Definition(
              "wall",
              "First task submitted to last task ended, by the monotonic clock; compiling and"
                  + " start-up are not part of it.",
              numbers -> each(OptionalLong.of(numbers.wallNanos()), Figures::duration)),
          new Definition(
              "CPU",
              "CPU time of all threads that ran tasks, while they did, of the threads that tasks"
                  + " started, and of the common pool meanwhile.",
              numbers -> each(numbers.counters().cpuNanos(), Figures::duration)),
          new Definition(
              "cores used",
              "CPU / wall, against the cores this process may use: the smaller of its affinity and"
                  + " its control group's quota.",
              Measure::coresUsed),
          new Definition(
              "rest of the machine",
              "How many of the cores that the run may use everything else kept busy, on average:"
                  + " the host of a container or virtual machine counts as well.",
              numbers -> each(numbers.coresOfOthers(), Figures::number)),
          new Definition(
              "one at a time",
              "Time tasks were running or waiting for I/O or sleep, summed over tasks; waits for a"
                  + " core or a lock are left out. Threads that tasks started count with the time"
                  + " they were running; while one of them was busy its task's waiting is left"
                  + " out.",
              numbers ->
                  speedUp(numbers, SpeedUp::oneAtATimeNanos, n -> Figures.duration((long) n))),
          new Definition(
              "speed-up",
              "One at a time / wall.",
              numbers -> speedUp(numbers, SpeedUp::factor, factor -> Figures.number(factor) + "×")),
          new Definition(
              "efficiency",
              "Speed-up / min(workers, usable cores); above 100 % where tasks wait, as waiting"
                  + " needs no core. Left out where any number of tasks share a worker.",
              numbers ->
                  each(
                      numbers.speedUp().map(SpeedUp::efficiency).orElse(OptionalDouble.empty()),
                      Figures::percent)),
          new Definition(
              "running",
              "Share of task time on a core.",
              numbers -> share(numbers, Shares::running)),
          new Definition(
              "waiting for a core",
              "Share of task time in which the task could run but had no core.",
              numbers ->
                  numbers.loop().turn().isPresent()
                      ? Optional.empty()
                      : share(numbers, Shares::ready)),
          new Definition(
              "waiting for the loop",
              "Share of task time in which the task could run but the event loop, or the thread"
                  + " that it was offloaded to, was taken by another or had no core.",
              numbers -> waitingFor(numbers, Loop.THE_LOOP)),
          new Definition(
              "waiting for a carrier",
              "Share of task time in which the task could run but every carrier was taken by"
                  + " another or had no core.",
              numbers -> waitingFor(numbers, Loop.A_CARRIER)),
          new Definition(
              "waiting (I/O, sleep)",
              "Share of task time waiting for I/O, a sleep or another task; while the garbage"
                  + " collector or the machine stops everything, tasks wait as well.",
              numbers -> share(numbers, Shares::waiting)),
          new Definition(
              "waiting for a lock",
              "Share of task time waiting for a lock that another thread held.",
              numbers -> share(numbers, Shares::locked)),
          new Definition(
              "locks waited for",
              "The locks that tasks waited for longest, and for how long all tasks together, as"
                  + " sampled.",
              Measure::locks),
          new Definition(
              "threads of tasks",
              "Threads that tasks started, or that worked for them in a shared pool: how many, and"
                  + " their part of the CPU time. Task states are those of the tasks' own threads.",
              Measure::helpers),
          new Definition(
              "held the loop",
              "The longest time one task kept others that were ready from the event loop; shorter"
                  + " ones than 10 ms are not looked at.",
              numbers -> held(numbers, Loop.THE_LOOP, _ -> true)),
          new Definition(
              "held a carrier",
              "The longest time one task waited without leaving its carrier while others were"
                  + " ready; shorter ones than 10 ms are not looked at.",
              numbers -> held(numbers, Loop.A_CARRIER, Hold::pinned)),
          new Definition(
              "shortest task",
              "The shortest time of the tasks that came to their own end.",
              numbers -> taskTime(numbers, TaskTimes::minNanos)),
          new Definition(
              "median task",
              "Half of the tasks that came to their own end took at most this long.",
              numbers -> taskTime(numbers, TaskTimes::medianNanos)),
          new Definition(
              "p95 task",
              "Of the tasks that came to their own end, 95 of 100 took at most this long (nearest"
                  + " rank).",
              numbers -> taskTime(numbers, TaskTimes::p95Nanos)),
          new Definition(
              "longest task",
              "The longest time of the tasks that came to their own end.",
              numbers -> taskTime(numbers, TaskTimes::maxNanos)),
          new Definition(
              "tasks per second",
              "Tasks that came to their own end / wall.",
              numbers -> each(numbers.tasksPerSecond(), Figures::number)),
          new Definition(
              "in flight",
              "The most tasks that were under way at one moment.",
              numbers -> each(OptionalLong.of(numbers.mostInFlight()), Figures::thousands)),
          new Definition(
              "memory per task",
              "Bytes allocated on the heap while tasks ran / tasks that began.",
              numbers -> each(numbers.bytesPerTask(), Figures::bytes)),
          new Definition(
              "peak resident",
              "The largest resident set of the whole process during the run, shared pages included:"
                  + " exact where it was never larger before, else the largest of readings 25 ms"
                  + " apart.",
              numbers -> each(numbers.counters().peakResidentBytes(), Figures::bytes)),
          new Definition(
              "voluntary switches",
              "How often workers gave up their core, to wait.",
              numbers -> each(numbers.counters().voluntarySwitches(), Figures::thousands)),
          new Definition(
              "involuntary switches",
              "How often workers were made to leave their core.",
              numbers -> each(numbers.counters().involuntarySwitches(), Figures::thousands)),
          new Definition(
              "start-up",
              "Time to create the workers, before the first task was submitted.",
              numbers -> each(numbers.counters().startupNanos(), Figures::duration)),
          new Definition(
              "sent",
              "Bytes that went to worker processes: classes, variables, elements.",
              numbers -> transferred(numbers, Transfer::sentBytes, Transfer::sentNanos)),
          new Definition(
              "received",
              "Bytes that came back from worker processes: results, what was printed, samples.",
              numbers -> transferred(numbers, Transfer::receivedBytes, Transfer::receivedNanos)),
          new Definition(
              "sending",
              "Share of the time of tasks, elements and results in which elements and results were"
                  + " on their way.",
              numbers ->
                  numbers.counters().transfer().flatMap(_ -> share(numbers, Shares::sending))),
          new Definition(
              "worker memory",
              "The largest resident set of a worker process during the run, read as that of the"
                  + " kernel is.",
              numbers -> each(numbers.counters().workerResidentBytes(), Figures::bytes)),
          new Definition(
              "throttled",
              "How long the control group's quota kept threads from running, summed over cores;"
                  + " other processes of the group count as well.",
              numbers -> each(numbers.counters().throttledNanos(), Figures::duration)),
          new Definition(
              "GC pauses",
              "How often, and for how long in all, the garbage collector stopped all threads during"
                  + " the run, in whole milliseconds.",
              Measure::gcPauses),
          new Definition(
              "sampling",
              "CPU time of the measuring itself in the kernel, which is not part of any other"
                  + " number, and how much of one core that is.",
              Measure::sampling),
          new Definition(
              "resolution",
              "How finely states inside a task are known: the time between two samples, on average"
                  + " over all moments. Sums over tasks are exact.",
              numbers ->
                  each(
                      OptionalLong.of(numbers.resolutionNanos()),
                      nanos -> nanos == 0 ? "exact" : Figures.duration(nanos))),
          new Definition(
              "not measured here",
              "Numbers that this operating system does not tell.",
              Measure::missing));

  /// The numbers of a run that were measured, in the order of the table.
  public static List<Measure> of(Numbers numbers) {
    return of(List.of(numbers));
  }

  /// The medians of several runs, in the order of the table. Of an even number it is the lower of
  /// the two in the middle or, for rates, the higher, which is that of the shorter run.
  public static List<Measure> of(List<Numbers> runs) {
    return DEFINITIONS.stream().flatMap(definition -> measure(definition, runs).stream()).toList();
  }

  /// The names of all numbers there may be, in the order of the table.
  static List<String> names() {
    return DEFINITIONS.stream().map(Definition::name).toList();
  }

  /// The value and, where there were several runs, from where to where it was.
  public String withSpread() {
    return text + spread.map(range -> " (" + range + ")").orElse("");
  }

  private static Optional<Measure> measure(Definition definition, List<Numbers> runs) {
    List<Amount> sorted =
        runs.stream()
            .flatMap(numbers -> definition.amount.apply(numbers).stream())
            .sorted(Comparator.comparingDouble(Amount::value))
            .toList();
    if (sorted.isEmpty()) {
      return Optional.empty();
    }
    Amount median = sorted.get((sorted.size() - (RATES.contains(definition.name) ? 0 : 1)) / 2);
    String range = Figures.range(sorted.getFirst().inRange, sorted.getLast().inRange);
    return Optional.of(
        new Measure(
            definition.name,
            definition.sentence,
            median.value,
            median.text,
            Optional.of(range).filter(text -> !text.equals(median.inRange))));
  }

  private static Optional<Amount> each(OptionalLong value, LongFunction<String> format) {
    return value.stream().mapToObj(n -> new Amount(n, format.apply(n))).findFirst();
  }

  private static Optional<Amount> each(OptionalDouble value, DoubleFunction<String> format) {
    return value.stream().mapToObj(n -> new Amount(n, format.apply(n))).findFirst();
  }

  private static Optional<Amount> share(Numbers numbers, Function<Shares, Double> state) {
    return numbers.shares().map(state).map(n -> new Amount(n, Figures.percent(n)));
  }

  private static Optional<Amount> speedUp(
      Numbers numbers, ToDoubleFunction<SpeedUp> part, DoubleFunction<String> format) {
    return numbers.speedUp().map(part::applyAsDouble).map(n -> new Amount(n, format.apply(n)));
  }

  /// `64.0 MB in 50.0 ms`.
  private static Optional<Amount> transferred(
      Numbers numbers, ToLongFunction<Transfer> bytes, ToLongFunction<Transfer> nanos) {
    return numbers
        .counters()
        .transfer()
        .map(transfer -> transferred(bytes.applyAsLong(transfer), nanos.applyAsLong(transfer)));
  }

  /// The range is that of the bytes alone: the runs with the fewest need not be the quickest.
  private static Amount transferred(long bytes, long nanos) {
    String text = Figures.bytes(bytes);
    return new Amount(bytes, nanos == 0 ? text : text + " in " + Figures.duration(nanos), text);
  }

  private static Optional<Amount> coresUsed(Numbers numbers) {
    String usable = Figures.plain(numbers.usable().count());
    return each(numbers.coresUsed(), used -> Figures.number(used) + " of " + usable);
  }

  /// `2, 14.0 ms`; nothing where there were none.
  private static Optional<Amount> gcPauses(Numbers numbers) {
    return numbers
        .counters()
        .gcPauses()
        .filter(pauses -> pauses.count() > 0)
        .map(pauses ->
            new Amount(
                pauses.nanos(),
                Figures.thousands(pauses.count()) + ", " + Figures.duration(pauses.nanos())));
  }

  /// `3.00 ms, 0.300 % of a core`.
  private static Optional<Amount> sampling(Numbers numbers) {
    double wall = Math.max(1, numbers.wallNanos());
    return each(
        numbers.counters().samplerNanos(),
        nanos ->
            Figures.duration(nanos) + ", " + Figures.number(100 * nanos / wall) + " % of a core");
  }

  private static Optional<Amount> waitingFor(Numbers numbers, String turn) {
    return numbers.loop().turn().filter(turn::equals).flatMap(_ -> share(numbers, Shares::ready));
  }

  private static Optional<Amount> held(Numbers numbers, String turn, Predicate<Hold> counts) {
    return numbers.loop().turn().filter(turn::equals).stream()
        .flatMap(_ -> numbers.loop().holds().stream())
        .filter(counts)
        .findFirst()
        .map(Measure::held);
  }

  private static Amount held(Hold hold) {
    String duration = Figures.duration(hold.nanos());
    return new Amount(hold.nanos(), duration + " (task " + hold.task() + ")", duration);
  }

  private static Optional<Amount> helpers(Numbers numbers) {
    Helpers helpers = numbers.helpers();
    return helpers.threads() == 0
        ? Optional.empty()
        : Optional.of(
            new Amount(
                helpers.runningNanos(),
                Figures.thousands(helpers.threads())
                    + ", "
                    + Figures.duration(helpers.runningNanos())));
  }

  /// The value of several locks is the longest that was waited for one of them.
  private static Optional<Amount> locks(Numbers numbers) {
    return numbers.locks().stream()
        .limit(MOST_LOCKS)
        .map(lock -> lock.lock() + " " + Figures.duration(lock.nanos()))
        .reduce((first, second) -> first + ", " + second)
        .map(text -> new Amount(numbers.locks().getFirst().nanos(), text));
  }

  /// On Linux everything is told; a number that is missing there has nothing to say.
  private static Optional<Amount> missing(Numbers numbers) {
    List<String> missing =
        numbers.counters().voluntarySwitches().isPresent() ? List.of() : Missing.of(numbers);
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(new Amount(missing.size(), String.join(", ", missing)));
  }

  private static Optional<Amount> taskTime(Numbers numbers, ToLongFunction<TaskTimes> which) {
    return numbers.taskTimes().map(which::applyAsLong).map(n -> new Amount(n, Figures.duration(n)));
  }
}
