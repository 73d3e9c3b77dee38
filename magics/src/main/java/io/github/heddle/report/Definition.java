package io.github.heddle.report;

import io.github.heddle.trace.Hold;
import io.github.heddle.trace.Transfer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/// What a number of the report is: its name, how it is defined, and where it is found.
///
/// @param name in words
/// @param sentence how it is defined, one sentence
/// @param amount the number itself, where it was measured
record Definition(String name, String sentence, Function<Numbers, Optional<Amount>> amount) {
  /// All numbers there may be, in the order of the table.
  static final List<Definition> ALL =
      List.of(
          new Definition(
              "wall",
              "First task submitted to last task ended, by the monotonic clock; compiling and"
                  + " start-up are not part of it.",
              numbers -> Amount.of(OptionalLong.of(numbers.wallNanos()), Figures::duration)),
          new Definition(
              "CPU",
              "CPU time of all threads that ran tasks, while they did, of the threads that tasks"
                  + " started, and of the common pool meanwhile.",
              numbers -> Amount.of(numbers.counters().cpuNanos(), Figures::duration)),
          new Definition(
              "cores used",
              "CPU / wall, against the cores this process may use: the smaller of its affinity and"
                  + " its control group's quota.",
              Amount::coresUsed),
          new Definition(
              "rest of the machine",
              "How many of the cores that the run may use everything else kept busy, on average:"
                  + " the host of a container or virtual machine counts as well.",
              numbers -> Amount.of(numbers.coresOfOthers(), Figures::number)),
          new Definition(
              "one at a time",
              "Time tasks were running or waiting for I/O or sleep, summed over tasks; waits for a"
                  + " core or a lock are left out. Threads that tasks started count with the time"
                  + " they were running; while one of them was busy its task's waiting is left"
                  + " out. A pause of the garbage collector counts once.",
              numbers ->
                  Amount.speedUp(
                      numbers, SpeedUp::oneAtATimeNanos, n -> Figures.duration((long) n))),
          new Definition(
              "speed-up",
              "One at a time / wall.",
              numbers ->
                  Amount.speedUp(numbers, SpeedUp::factor, factor -> Figures.number(factor) + "×")),
          new Definition(
              "efficiency",
              "Speed-up / min(workers, usable cores); above 100 % where tasks wait, as waiting"
                  + " needs no core. Left out where any number of tasks share a worker.",
              numbers ->
                  Amount.of(
                      numbers.speedUp().map(SpeedUp::efficiency).orElse(OptionalDouble.empty()),
                      Figures::percent)),
          new Definition(
              "running",
              "Share of task time on a core.",
              numbers -> Amount.share(numbers, Shares::running)),
          new Definition(
              "waiting for a core",
              "Share of task time in which the task could run but had no core.",
              numbers ->
                  numbers.loop().turn().isPresent()
                      ? Optional.empty()
                      : Amount.share(numbers, Shares::ready)),
          new Definition(
              "waiting for the loop",
              "Share of task time in which the task could run but the event loop, or the thread"
                  + " that it was offloaded to, was taken by another or had no core.",
              numbers -> Amount.waitingFor(numbers, Loop.THE_LOOP)),
          new Definition(
              "waiting for a carrier",
              "Share of task time in which the task could run but every carrier was taken by"
                  + " another or had no core.",
              numbers -> Amount.waitingFor(numbers, Loop.A_CARRIER)),
          new Definition(
              "waiting (I/O, sleep)",
              "Share of task time waiting for I/O, a sleep or another task; while the garbage"
                  + " collector or the machine stops everything, tasks wait as well.",
              numbers -> Amount.share(numbers, Shares::waiting)),
          new Definition(
              "waiting for a lock",
              "Share of task time waiting for a lock that another thread held.",
              numbers -> Amount.share(numbers, Shares::locked)),
          new Definition(
              "locks waited for",
              "The locks that tasks waited for longest, and for how long all tasks together, as"
                  + " sampled.",
              Amount::locks),
          new Definition(
              "threads of tasks",
              "Threads that tasks started, or that worked for them in a shared pool: how many (not"
                  + " known of processes), and their part of the CPU time. Task states are those of"
                  + " the tasks' own threads.",
              Amount::helpers),
          new Definition(
              "held the loop",
              "The longest time one task kept others that were ready from the event loop; shorter"
                  + " ones than 10 ms are not looked at.",
              numbers -> Amount.held(numbers, Loop.THE_LOOP, _ -> true)),
          new Definition(
              "held a carrier",
              "The longest time one task waited without leaving its carrier while others were"
                  + " ready; shorter ones than 10 ms are not looked at.",
              numbers -> Amount.held(numbers, Loop.A_CARRIER, Hold::pinned)),
          new Definition(
              "shortest task",
              "The shortest time of the tasks that came to their own end.",
              numbers -> Amount.taskTime(numbers, TaskTimes::minNanos)),
          new Definition(
              "median task",
              "Half of the tasks that came to their own end took at most this long.",
              numbers -> Amount.taskTime(numbers, TaskTimes::medianNanos)),
          new Definition(
              "p95 task",
              "Of the tasks that came to their own end, 95 of 100 took at most this long (nearest"
                  + " rank).",
              numbers -> Amount.taskTime(numbers, TaskTimes::p95Nanos)),
          new Definition(
              "longest task",
              "The longest time of the tasks that came to their own end.",
              numbers -> Amount.taskTime(numbers, TaskTimes::maxNanos)),
          new Definition(
              "tasks per second",
              "Tasks that came to their own end / wall.",
              numbers -> Amount.of(numbers.tasksPerSecond(), Figures::number)),
          new Definition(
              "in flight",
              "The most tasks that were under way at one moment.",
              numbers -> Amount.of(OptionalLong.of(numbers.mostInFlight()), Figures::thousands)),
          new Definition(
              "memory per task",
              "Bytes allocated on the heap while tasks ran / tasks that began.",
              numbers -> Amount.of(numbers.bytesPerTask(), Figures::bytes)),
          new Definition(
              "peak resident",
              "The largest resident set of the whole process during the run, shared pages included:"
                  + " exact where it was never larger before, else the largest of readings 25 ms"
                  + " apart.",
              numbers -> Amount.of(numbers.counters().peakResidentBytes(), Figures::bytes)),
          new Definition(
              "voluntary switches",
              "How often workers gave up their core, to wait.",
              numbers -> Amount.of(numbers.counters().voluntarySwitches(), Figures::thousands)),
          new Definition(
              "involuntary switches",
              "How often workers were made to leave their core.",
              numbers -> Amount.of(numbers.counters().involuntarySwitches(), Figures::thousands)),
          new Definition(
              "start-up",
              "Time to create the workers, before the first task was submitted.",
              numbers -> Amount.of(numbers.counters().startupNanos(), Figures::duration)),
          new Definition(
              "sent",
              "Bytes that went to worker processes: classes, variables, elements.",
              numbers -> Amount.transferred(numbers, Transfer::sentBytes, Transfer::sentNanos)),
          new Definition(
              "received",
              "Bytes that came back from worker processes: results, what was printed, samples.",
              numbers ->
                  Amount.transferred(numbers, Transfer::receivedBytes, Transfer::receivedNanos)),
          new Definition(
              "sending",
              "Share of the time of tasks, elements and results in which elements and results were"
                  + " on their way.",
              numbers ->
                  numbers
                      .counters()
                      .transfer()
                      .flatMap(_ -> Amount.share(numbers, Shares::sending))),
          new Definition(
              "worker memory",
              "The largest resident set of a worker process during the run, read as that of the"
                  + " kernel is.",
              numbers -> Amount.of(numbers.counters().workerResidentBytes(), Figures::bytes)),
          new Definition(
              "throttled",
              "How long the control group's quota kept threads from running, summed over cores;"
                  + " other processes of the group count as well.",
              numbers -> Amount.of(numbers.counters().throttledNanos(), Figures::duration)),
          new Definition(
              "GC pauses",
              "How often, and for how long in all, the garbage collector stopped all threads during"
                  + " the run, in whole milliseconds.",
              Amount::gcPauses),
          new Definition(
              "sampling",
              "CPU time of the threads that measure, in the kernel and in each worker process from"
                  + " its first task on, which is not part of any other number, and how much of"
                  + " one core that is.",
              Amount::sampling),
          new Definition(
              "resolution",
              "How finely states inside a task are known: the time between two samples, on average"
                  + " over all moments. Sums over tasks are exact.",
              numbers ->
                  Amount.of(
                      OptionalLong.of(numbers.resolutionNanos()),
                      nanos -> nanos == 0 ? "exact" : Figures.duration(nanos))),
          new Definition(
              "not measured here",
              "Numbers that this operating system does not tell.",
              Amount::missing));
}
