package io.github.heddle.report;

import static io.github.heddle.report.BorderRuns.computing;
import static io.github.heddle.report.BorderRuns.inTurns;
import static io.github.heddle.report.BorderRuns.ready;
import static io.github.heddle.report.BorderRuns.small;
import static io.github.heddle.report.BorderRuns.uneven;
import static io.github.heddle.report.BorderRuns.waiting;

import io.github.heddle.task.Ending;
import io.github.heddle.trace.State;
import java.util.List;
import java.util.function.DoubleFunction;

/// Runs at both sides of the thresholds of rules, as near to them as matters.
///
/// @param rule the rule's name
/// @param quantity the name of what has the threshold
/// @param holds a run for which the rule holds
/// @param fails one for which it does not
record Borders(String rule, String quantity, Facts holds, Facts fails) {
  /// @param run a run with so much of the quantity
  static Borders of(
      String rule,
      Quantity<Facts> quantity,
      double holds,
      double fails,
      DoubleFunction<SampleRun> run) {
    return of(rule, quantity.name(), holds, fails, run);
  }

  static Borders of(
      String rule, String quantity, double holds, double fails, DoubleFunction<SampleRun> run) {
    return new Borders(rule, quantity, facts(run.apply(holds)), facts(run.apply(fails)));
  }

  private static Facts facts(SampleRun run) {
    return new Facts(run.plan(), run.report().numbers());
  }

  static List<Borders> ofHeadlines() {
    return List.of(
        of("no tasks", Signs.TASKS, 0, 1, BorderRuns::computing),
        of("faster", Signs.FACTOR, 1.06, 1.04, BorderRuns::faster),
        of("as fast", Signs.FACTOR, 0.96, 0.94, BorderRuns::faster));
  }

  /// Of one headline, on whose not being said rules for Python depend.
  static List<Borders> ofSpeedUpUnknown() {
    return List.of(
        unknown(Signs.WALL, 9.9, 10.1, ms -> computing(2, ms).resolution(0.1)),
        unknown(Signs.SAMPLES, 99, 101, ms -> computing(2, ms).resolution(10)),
        unknown(Signs.TASKS, 1, 2, BorderRuns::computing),
        unknown("workers' time in tasks", 0.049, 0.051, ms -> small(0.1, ms)),
        unknown("median task", 0.099, 0.101, ms -> small(1, ms)),
        unknown(Signs.READY, 20.1, 19.9, ms -> ready(2, ms).bin(0, 0, 100, 0, 0.9)),
        unknown(Signs.OTHERS, 0.51, 0.49, share -> ready(2, 30).bin(0, 0, 100, 0, share)),
        unknown(Signs.TURN, 101, 99, ms -> LoopBorders.crowded(ms, 0.9, 10)),
        unknown(
            "cores used, of those of loop or carriers",
            59,
            61,
            ms -> LoopBorders.crowded(200, 0.9, ms)),
        unknown(Signs.FACTOR, 0.94, 0.96, slow -> BorderRuns.faster(slow).bin(0, 0, 200, 0, 0.9)),
        unknown(
            "time throttled, of wall",
            20.1,
            19.9,
            ms -> BorderRuns.faster(0.9).quota(4, 2).throttled(ms)));
  }

  private static Borders unknown(
      Quantity<Facts> quantity, double holds, double fails, DoubleFunction<SampleRun> run) {
    return of("speed-up unknown", quantity, holds, fails, run);
  }

  private static Borders unknown(
      String quantity, double holds, double fails, DoubleFunction<SampleRun> run) {
    return of("speed-up unknown", quantity, holds, fails, run);
  }

  static List<Borders> beforeAdvice() {
    return List.of(
        of("cores used", Signs.WALL, 10.1, 9.9, ms -> computing(2, ms).resolution(0.1).cpu(ms)),
        of("cores used", Signs.SAMPLES, 101, 99, ms -> computing(2, ms).resolution(10).cpu(ms)));
  }

  static List<Borders> afterAdvice() {
    return List.of(
        of(
            "other programs",
            Signs.OTHERS,
            0.51,
            0.49,
            share -> computing(2, 100).model("sequential").bin(0, 0, 100, 0, share)));
  }

  static List<Borders> ofAdvice() {
    return List.of(
        of("no tasks", Signs.TASKS, 0, 1, BorderRuns::computing),
        of("looked at too seldom", Signs.WALL, 101, 99, ms -> computing(2, ms).resolution(20)),
        of(
            "looked at too seldom",
            Signs.SAMPLES,
            990,
            1_010,
            ms -> computing(2, ms).resolution(100)),
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
        of(
            "too few cores by a quota that held threads back",
            Signs.CORES,
            1.04,
            1.06,
            quota -> computing(2, 100).quota(8, quota).throttled(90)),
        of(
            "too few cores by a quota that held threads back",
            "time throttled, of wall",
            10.1,
            9.9,
            ms -> computing(2, 100).quota(8, 0.5).throttled(ms)),
        of(
            "too few cores by a quota",
            Signs.CORES,
            1.04,
            1.06,
            quota -> computing(2, 100).quota(8, quota)),
        of("too few cores", Signs.CORES, 1, 2, cores -> computing(2, 100).cores((int) cores)),
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
            Signs.HELPED,
            19.8,
            20.2,
            ms -> computing(2, 100).model("sequential").cpu(100).helpers(1, ms, 0, 0)),
        of(
            "one core at a time",
            Signs.TASKS,
            2,
            1,
            tasks -> computing((int) tasks, 100).model("sequential")),
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
            cores -> inTurns().quota(8, cores)),
        of("waiting one at a time", Signs.TASKS, 2, 1, n -> waiting(n).model("sequential")),
        of("waiting all at once", Signs.TASKS, 2, 1, BorderRuns::waiting),
        of(
            "mixed with threads of tasks",
            Signs.HELPED,
            20.2,
            19.8,
            ms ->
                BorderRuns.faster(State.RUNNING, State.WAITING, 1).cpu(100).helpers(1, ms, 0, 0)));
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
            ms -> LoopBorders.sleepers(4, 1_000).hold(LoopBorders.hold(0, ms, false))),
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
    return of(
        rule,
        Signs.FACTOR,
        1.21,
        1.19,
        factor -> BorderRuns.faster(first, second, factor).model(model));
  }
}
