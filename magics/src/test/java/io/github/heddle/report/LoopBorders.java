package io.github.heddle.report;

import io.github.heddle.task.Ending;
import io.github.heddle.trace.Hold;
import io.github.heddle.trace.State;
import java.util.List;
import java.util.Optional;

/// Runs on an event loop at both sides of the thresholds of rules.
final class LoopBorders {
  private static final long MILLI = 1_000_000;

  private LoopBorders() {}

  static List<Borders> all() {
    return List.of(
        Borders.of(
            "pinned",
            "longest hold of loop or carrier, of wall",
            50.1,
            49.9,
            ms -> sleepers(4, 1_000).hold(hold(0, ms, true))),
        Borders.of(
            "loop held",
            "longest hold of loop or carrier, of wall",
            50.1,
            49.9,
            ms -> sleepers(4, 1_000).hold(hold(0, ms, false))),
        Borders.of("loop held", "tasks that held it", 1, 2, holders -> held(4, holders)),
        Borders.of("loop held", "tasks that did not", 25, 26, holders -> held(100, holders)),
        Borders.of(
            "waiting offloaded", "offloaded waiting / running", 202, 198, ms -> beside(100, ms, 0)),
        Borders.of(
            "offloaders fill the cores",
            "computing that was offloaded",
            101,
            99,
            ms -> beside(ms, 0, 100).cpu(590)),
        Borders.of(
            "offloaders fill the cores", Signs.TURN, 50.5, 49.5, ms -> beside(150, 0, ms).cpu(495)),
        Borders.of(
            "offloaders fill the cores",
            "usable cores used",
            541,
            539,
            ms -> beside(150, 0, 100).cpu(ms)),
        Borders.of(
            "offloaders busy", "computing that was offloaded", 101, 99, ms -> beside(ms, 0, 100)),
        Borders.of("offloaders busy", Signs.TURN, 50.5, 49.5, ms -> beside(150, 0, ms)),
        Borders.of(
            "computing offloaded fills the cores",
            "computing that was offloaded",
            101,
            99,
            ms -> beside(ms, 0, 0).cpu(390)),
        Borders.of(
            "computing offloaded fills the cores",
            "usable cores used",
            361,
            359,
            ms -> beside(150, 0, 0).cpu(ms)),
        Borders.of(
            "computing offloaded", "computing that was offloaded", 101, 99, ms -> beside(ms, 0, 0)),
        Borders.of("loop without a core", Signs.TURN, 101, 99, ms -> crowded(ms, 0.9, 10)),
        Borders.of("loop without a core", Signs.OTHERS, 0.51, 0.49, part -> crowded(200, part, 10)),
        Borders.of(
            "loop without a core",
            "cores used, of those of loop or carriers",
            59,
            61,
            ms -> crowded(200, 0.9, ms)),
        Borders.of(
            "loop computes",
            "CPU time of helpers",
            19.8,
            20.2,
            ms -> BorderRuns.computing(2, 100).model("async").cpu(100).helpers(1, ms, 0, 0)),
        Borders.of(
            "loop computes",
            Signs.TASKS,
            2,
            1,
            tasks -> BorderRuns.computing((int) tasks, 100).model("async")),
        Borders.of("loop busy", Signs.TURN, 101, 99, ms -> crowded(ms, 0, 10)));
  }

  static SampleRun sleepers(int tasks, double millis) {
    SampleRun run = SampleRun.of(tasks, 1).model("async").cpu(2);
    for (int task = 0; task < tasks; task++) {
      run.task(task, 0, Ending.DONE, 0, millis).inState(State.WAITING, millis);
    }
    return run;
  }

  static Hold hold(int task, double millis, boolean pinned) {
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
  static SampleRun crowded(double turn, double others, double cpu) {
    SampleRun run = SampleRun.of(5, 1).model("async").cpu(cpu).inState(State.READY, turn);
    for (int task = 0; task < 5; task++) {
      run.task(task, 0, Ending.DONE, 0, 100);
    }
    run.inState(State.WAITING, 500 - turn);
    return others == 0 ? run : run.bin(0, 0, 100, 0, others).bin(1, 0, 100, 0, 0);
  }
}
