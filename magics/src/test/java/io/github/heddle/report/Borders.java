package io.github.heddle.report;

import io.github.heddle.task.Ending;
import io.github.heddle.trace.Hold;
import io.github.heddle.trace.State;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/// Runs at both sides of the thresholds of rules, as near to them as matters.
///
/// @param rule the rule's name
/// @param quantity the name of what has the threshold
/// @param holds a run for which the rule holds
/// @param fails one for which it does not
record Borders(String rule, String quantity, Facts holds, Facts fails) {
  private static final long MILLI = 1_000_000;

  /// @param run a run with so much of the quantity
  private static Borders of(
      String rule,
      Quantity<Facts> quantity,
      double holds,
      double fails,
      DoubleFunction<SampleRun> run) {
    return of(rule, quantity.name(), holds, fails, run);
  }

  private static Borders of(
      String rule, String quantity, double holds, double fails, DoubleFunction<SampleRun> run) {
    return new Borders(rule, quantity, facts(run.apply(holds)), facts(run.apply(fails)));
  }

  private static Facts facts(SampleRun run) {
    return new Facts(run.plan(), run.report().numbers());
  }

  static List<Borders> ofHeadlines() {
    return List.of(
        of("no tasks", Signs.TASKS, 0, 1, Borders::computing),
        of("faster", Signs.FACTOR, 1.06, 1.04, Borders::faster),
        of("as fast", Signs.FACTOR, 0.96, 0.94, Borders::faster));
  }

  static List<Borders> ofAdvice() {
    return List.of(
        of("no tasks", Signs.TASKS, 0, 1, Borders::computing),
        of("too short to say", Signs.WALL, 9.9, 10.1, ms -> computing(2, ms).resolution(0.1)),
        of("too short to say", Signs.SAMPLES, 99, 101, ms -> computing(2, ms).resolution(10)),
        of(
            "waits for other threads",
            "task time waiting beside busy threads, for whom is not known",
            20.2,
            19.8,
            ms -> SampleRun.parallel(2, State.WAITING, 100).helpers(1, 100, 0, ms)),
        of(
            "quota",
            "time throttled, of wall",
            10.1,
            9.9,
            ms -> computing(4, 100).quota(4, 2).throttled(ms)),
        of("too few cores", Signs.CORES, 1.19, 1.2, quota -> computing(2, 100).quota(8, quota)),
        of(
            "sending",
            "task time sending",
            34,
            33,
            ms ->
                SampleRun.of(1, 1)
                    .model("processes")
                    .slice(0, 0, State.STARTING, 0, ms)
                    .slice(0, 0, State.RUNNING, ms, 100)
                    .task(0, 0, Ending.DONE, ms, 100)),
        of("tasks too small", "workers' time in tasks", 0.049, 0.051, ms -> small(0.1, ms)),
        of("tasks too small", "median task", 0.099, 0.101, ms -> small(1, ms)),
        of(
            "start-up",
            "start-up / wall",
            101,
            99,
            ms -> computing(4, 100).model("processes").startup(ms)),
        of(
            "garbage collector",
            "pauses of the garbage collector, of wall",
            20.1,
            19.9,
            ms -> computing(4, 100).collected(2, ms)),
        of(
            "one core at a time",
            "CPU time of helpers",
            19.8,
            20.2,
            ms -> computing(1, 100).model("sequential").cpu(100).helpers(1, ms, 0, 0)),
        of("busy machine", Signs.READY, 20.1, 19.9, ms -> ready(2, ms).bin(0, 0, 100, 0, 0.9)),
        of(
            "busy machine",
            Signs.OTHERS,
            0.51,
            0.49,
            share -> ready(2, 30).bin(0, 0, 100, 0, share)),
        of("more workers than cores", Signs.READY, 20.1, 19.9, ms -> ready(4, ms)),
        of("waits for a core", Signs.READY, 20.1, 19.9, ms -> ready(2, ms)),
        of("one long task", Signs.WORKERS, 2, 1, workers -> uneven(4, (int) workers, 900, 100)),
        of("one long task", "longest task, of wall", 901, 899, ms -> uneven(4, 2, ms, 100)),
        of("one long task", "median task, of the longest", 449, 451, ms -> uneven(4, 2, 901, ms)),
        of(
            "threads of tasks",
            "CPU time of helpers",
            20.2,
            19.8,
            ms -> computing(2, 100).cores(8).cpu(100).helpers(1, ms, 0, 0)),
        of("cores full", "usable cores used", 181, 179, ms -> computing(2, 100).cpu(ms)),
        of(
            "cores left",
            "usable cores beyond workers",
            3,
            2.99,
            cores -> inTurns().quota(8, cores)));
  }

  static List<Borders> ofLoops() {
    return List.of(
        of(
            "pinned",
            "longest hold of loop or carrier, of wall",
            50.1,
            49.9,
            ms -> sleepers(4, 1_000).hold(hold(0, ms, true))),
        of(
            "loop held",
            "longest hold of loop or carrier, of wall",
            50.1,
            49.9,
            ms -> sleepers(4, 1_000).hold(hold(0, ms, false))),
        of("loop held", "tasks that held it", 1, 2, holders -> held(4, holders)),
        of("loop held", "tasks that did not", 25, 26, holders -> held(100, holders)),
        of("waiting offloaded", "offloaded waiting / running", 202, 198, ms -> beside(100, ms, 0)),
        of("offloaders busy", "computing that was offloaded", 101, 99, ms -> beside(ms, 0, 100)),
        of("offloaders busy", Signs.TURN, 50.5, 49.5, ms -> beside(150, 0, ms)),
        of("computing offloaded", "computing that was offloaded", 101, 99, ms -> beside(ms, 0, 0)),
        of("loop without a core", Signs.TURN, 101, 99, ms -> crowdedLoop(ms, 0.9, 10)),
        of("loop without a core", Signs.OTHERS, 0.51, 0.49, part -> crowdedLoop(200, part, 10)),
        of(
            "loop without a core",
            "cores used, of those of loop or carriers",
            59,
            61,
            ms -> crowdedLoop(200, 0.9, ms)),
        of(
            "loop computes",
            "CPU time of helpers",
            19.8,
            20.2,
            ms -> computing(1, 100).model("async").cpu(100).helpers(1, ms, 0, 0)),
        of("loop busy", Signs.TURN, 101, 99, ms -> crowdedLoop(ms, 0, 10)));
  }

  static List<Borders> ofCautions() {
    SampleRun repeated = computing(4, 200);
    return List.of(
        of("few tasks", Signs.TASKS, 2, 3, tasks -> computing((int) tasks, 200)),
        of("short run", Signs.WALL, 99, 101, ms -> computing(4, ms)),
        new Borders(
            "runs differ",
            "longest run / shortest",
            new Facts(repeated.plan(), repeated.report().numbers(), List.of(200L, 302L)),
            new Facts(repeated.plan(), repeated.report().numbers(), List.of(200L, 298L))),
        of(
            "busy machine",
            Signs.OTHERS,
            0.51,
            0.49,
            share -> computing(4, 200).bin(0, 0, 200, 0, share)),
        of(
            "busy machine",
            "task time running or waiting to run",
            40.5,
            39.5,
            ms ->
                SampleRun.of(3, 3)
                    .slice(0, 0, State.RUNNING, 0, ms)
                    .slice(0, 0, State.WAITING, ms, 200)
                    .slice(1, 1, State.READY, 0, ms)
                    .slice(1, 1, State.WAITING, ms, 200)
                    .slice(2, 2, State.RUNNING, 0, ms)
                    .slice(2, 2, State.WAITING, ms, 200)
                    .task(0, 0, Ending.DONE, 0, 200)
                    .task(1, 1, Ending.DONE, 0, 200)
                    .task(2, 2, Ending.DONE, 0, 200)
                    .bin(0, 0, 200, 0, 0.9)));
  }

  static List<Borders> ofPython() {
    return List.of(
        of(
            "async: held",
            "longest hold of loop or carrier, of wall",
            50.1,
            49.9,
            ms -> sleepers(4, 1_000).hold(hold(0, ms, false))),
        faster("async: waiting", "async", State.WAITING, State.WAITING),
        faster("virtual: waiting", "virtual", State.WAITING, State.WAITING),
        faster("virtual: computing", "virtual", State.RUNNING, State.RUNNING),
        faster("threads: computing", "threads", State.RUNNING, State.RUNNING),
        faster("processes: computing", "processes", State.RUNNING, State.RUNNING),
        faster("threads: waiting", "threads", State.WAITING, State.WAITING),
        faster("threads: mixed", "threads", State.RUNNING, State.WAITING),
        of(
            "processes: sending",
            "task time sending",
            34,
            33,
            ms ->
                SampleRun.of(1, 1)
                    .model("processes")
                    .slice(0, 0, State.STARTING, 0, ms)
                    .slice(0, 0, State.RUNNING, ms, 100)
                    .task(0, 0, Ending.DONE, ms, 100)));
  }

  private static Borders faster(String rule, String model, State first, State second) {
    return of(rule, Signs.FACTOR, 1.21, 1.19, factor -> faster(first, second, factor).model(model));
  }

  private static SampleRun faster(double factor) {
    return faster(State.RUNNING, State.RUNNING, factor);
  }

  /// Two tasks that end after 200 ms and did so many times 100 ms of work each.
  private static SampleRun faster(State first, State second, double factor) {
    return SampleRun.of(2, 2)
        .slice(0, 0, first, 0, 100 * factor)
        .slice(1, 1, second, 200 - 100 * factor, 200)
        .task(0, 0, Ending.DONE, 0, 100 * factor)
        .task(1, 1, Ending.DONE, 200 - 100 * factor, 200);
  }

  private static SampleRun computing(double tasks) {
    return tasks == 0 ? SampleRun.of(0, 2) : computing((int) tasks, 200);
  }

  private static SampleRun computing(int tasks, double millis) {
    return SampleRun.parallel(tasks, State.RUNNING, millis);
  }

  /// A hundred tasks on one worker, one begins every so often.
  private static SampleRun small(double every, double millis) {
    SampleRun run = SampleRun.of(1_000, 1);
    for (int task = 0; task < 1_000; task++) {
      run.whole(0, task, State.RUNNING, task * every, task * every + millis);
    }
    return run;
  }

  /// Tasks that wait for a core for so long and then compute, 100 ms in all.
  private static SampleRun ready(int tasks, double millis) {
    SampleRun run = SampleRun.of(tasks, tasks);
    for (int task = 0; task < tasks; task++) {
      run.slice(task, task, State.READY, 0, millis)
          .slice(task, task, State.RUNNING, millis, 100)
          .task(task, task, Ending.DONE, 0, 100);
    }
    return run;
  }

  /// A long task and others, in a second.
  private static SampleRun uneven(int tasks, int workers, double longest, double others) {
    SampleRun run = SampleRun.of(tasks, workers).cores(8).whole(0, 0, State.RUNNING, 0, longest);
    for (int task = 1; task < tasks; task++) {
      run.whole(workers - 1, task, State.RUNNING, 1_000 - others, 1_000);
    }
    return run;
  }

  /// Four tasks on two threads.
  private static SampleRun inTurns() {
    SampleRun run = SampleRun.of(4, 2);
    for (int task = 0; task < 4; task++) {
      double from = task / 2 * 100;
      run.whole(task % 2, task, State.RUNNING, from, from + 100);
    }
    return run;
  }

  private static SampleRun sleepers(int tasks, double millis) {
    SampleRun run = SampleRun.of(tasks, 1).model("async").cpu(2);
    for (int task = 0; task < tasks; task++) {
      run.task(task, 0, Ending.DONE, 0, millis).inState(State.WAITING, millis);
    }
    return run;
  }

  private static Hold hold(int task, double millis, boolean pinned) {
    return new Hold(task, 0, Math.round(millis * MILLI), 3, pinned, Optional.empty());
  }

  private static SampleRun held(int tasks, double holders) {
    SampleRun run = sleepers(tasks, 1_000);
    for (int task = 0; task < holders; task++) {
      run.hold(hold(task, 100, false));
    }
    return run;
  }

  /// A task of 200 ms of computing on a loop, of which some was offloaded, and waits of its own.
  private static SampleRun beside(double running, double waiting, double turn) {
    SampleRun run = SampleRun.of(1, 1).model("async").onLoop("offload-1").cpu(200);
    run.slice(1, 0, State.RUNNING, 0, 200).slice(1, 0, State.READY, 200, 200 + turn);
    run.slice(2, 0, State.RUNNING, 0, running).inState(State.RUNNING, -running);
    run.slice(2, 0, State.WAITING, running, running + waiting).inState(State.WAITING, -waiting);
    return run.task(0, 1, Ending.DONE, 0, 200 + turn);
  }

  /// Tasks that wait for so long for the loop, of half a second, beside other programs.
  private static SampleRun crowdedLoop(double turn, double others, double cpu) {
    SampleRun run = SampleRun.of(5, 1).model("async").cpu(cpu).inState(State.READY, turn);
    for (int task = 0; task < 5; task++) {
      run.task(task, 0, Ending.DONE, 0, 100);
    }
    run.inState(State.WAITING, 500 - turn);
    return others == 0 ? run : run.bin(0, 0, 100, 0, others).bin(1, 0, 100, 0, 0);
  }
}
