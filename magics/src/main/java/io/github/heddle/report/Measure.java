package io.github.heddle.report;

import io.github.heddle.trace.Helpers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/// One number of a run, for people.
///
/// @param name in words
/// @param definition how it is defined, one sentence
/// @param text its value with its unit
public record Measure(String name, String definition, String text) {
  private record Definition(
      String name, String sentence, Function<Numbers, Optional<String>> text) {}

  private static final int MOST_LOCKS = 3;

  private static final List<Definition> DEFINITIONS =
      List.of(
          new Definition(
              "wall",
              "First task submitted to last task ended, by the monotonic clock; compiling and"
                  + " start-up are not part of it.",
              numbers -> Optional.of(Figures.duration(numbers.wallNanos()))),
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
              "How many cores everything else on the machine used during the run, on average; what"
                  + " they ran, the run could not.",
              numbers -> numbers.coresOfOthers().stream().mapToObj(Figures::number).findFirst()),
          new Definition(
              "one at a time",
              "Time tasks were running or waiting for I/O or sleep, summed over tasks; waits for a"
                  + " core or a lock are left out. Threads that tasks started count with the time"
                  + " they were running; while one of them was busy its task's waiting is left"
                  + " out.",
              numbers -> numbers.speedUp().map(s -> Figures.duration(s.oneAtATimeNanos()))),
          new Definition(
              "speed-up",
              "One at a time / wall.",
              numbers -> numbers.speedUp().map(s -> Figures.number(s.factor()) + "×")),
          new Definition(
              "efficiency",
              "Speed-up / min(workers, usable cores); above 100 % where tasks wait, as waiting"
                  + " needs no core.",
              numbers -> numbers.speedUp().map(s -> Figures.percent(s.efficiency()))),
          new Definition(
              "running",
              "Share of task time on a core.",
              numbers -> share(numbers, Shares::running)),
          new Definition(
              "waiting for a core",
              "Share of task time in which the task could run but had no core.",
              numbers -> share(numbers, Shares::ready)),
          new Definition(
              "waiting (I/O, sleep)",
              "Share of task time waiting for I/O, a sleep or another task.",
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
              numbers -> numbers.tasksPerSecond().stream().mapToObj(Figures::number).findFirst()),
          new Definition(
              "in flight",
              "The most tasks that were under way at one moment.",
              numbers -> Optional.of(Figures.thousands(numbers.mostInFlight()))),
          new Definition(
              "memory per task",
              "Bytes allocated on the heap while tasks ran / tasks that began.",
              numbers -> each(numbers.bytesPerTask(), Figures::bytes)),
          new Definition(
              "peak resident",
              "The largest resident set of the whole process seen during the run.",
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
              "throttled",
              "How long the control group's quota kept threads from running.",
              numbers -> each(numbers.counters().throttledNanos(), Figures::duration)),
          new Definition(
              "resolution",
              "How finely states inside a task are known; sums over tasks are exact.",
              numbers ->
                  each(
                      OptionalLong.of(numbers.resolutionNanos()),
                      nanos -> nanos == 0 ? "exact" : Figures.duration(nanos))));

  /// The numbers that were measured, in the order of the table.
  public static List<Measure> of(Numbers numbers) {
    return DEFINITIONS.stream()
        .flatMap(definition -> measure(definition, numbers).stream())
        .toList();
  }

  private static Optional<Measure> measure(Definition definition, Numbers numbers) {
    return definition
        .text
        .apply(numbers)
        .map(text -> new Measure(definition.name, definition.sentence, text));
  }

  private static Optional<String> each(OptionalLong value, LongFunction<String> format) {
    return value.stream().mapToObj(format).findFirst();
  }

  private static Optional<String> share(Numbers numbers, Function<Shares, Double> state) {
    return numbers.shares().map(state).map(Figures::percent);
  }

  private static Optional<String> coresUsed(Numbers numbers) {
    String usable = Figures.plain(numbers.usable().count());
    return numbers.coresUsed().stream()
        .mapToObj(used -> Figures.number(used) + " of " + usable)
        .findFirst();
  }

  private static Optional<String> helpers(Numbers numbers) {
    Helpers helpers = numbers.helpers();
    return helpers.threads() == 0
        ? Optional.empty()
        : Optional.of(
            Figures.thousands(helpers.threads()) + ", " + Figures.duration(helpers.runningNanos()));
  }

  private static Optional<String> locks(Numbers numbers) {
    return numbers.locks().stream()
        .limit(MOST_LOCKS)
        .map(lock -> lock.lock() + " " + Figures.duration(lock.nanos()))
        .reduce((first, second) -> first + ", " + second);
  }

  private static Optional<String> taskTime(Numbers numbers, ToLongFunction<TaskTimes> which) {
    return numbers.taskTimes().map(times -> Figures.duration(which.applyAsLong(times)));
  }
}
