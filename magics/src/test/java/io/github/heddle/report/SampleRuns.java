package io.github.heddle.report;

import static io.github.heddle.report.SampleCrowds.crowd;
import static io.github.heddle.report.SampleCrowds.elementsMany;
import static io.github.heddle.report.SampleCrowds.memoryWide;
import static io.github.heddle.report.SampleCrowds.million;
import static io.github.heddle.report.SampleCrowds.startedWide;
import static io.github.heddle.report.SampleCrowds.wide;

import io.github.heddle.task.Ending;
import io.github.heddle.trace.Deadlock;
import io.github.heddle.trace.Hold;
import io.github.heddle.trace.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// Runs of every kind that a picture must cope with. Those of more lanes, tasks or readings than
/// can be drawn one by one are [SampleCrowds].
public final class SampleRuns {
  private SampleRuns() {}

  /// By name, in order.
  public static Map<String, SampleRun> all() {
    Map<String, SampleRun> runs = new LinkedHashMap<>();
    runs.put("oversubscribed", oversubscribed());
    runs.put("io", io());
    runs.put("mixed", mixed());
    runs.put("locked", locked());
    runs.put("deadlock", deadlock());
    runs.put("failed", failed());
    runs.put("interrupted", interrupted());
    runs.put("tiny", tiny());
    runs.put("sequential", sequential());
    runs.put("loop", loop());
    runs.put("offloaded", SampleLoops.offloaded());
    runs.put("crowd", crowd());
    runs.put("wide", wide());
    runs.put("million", million());
    runs.put("started", started());
    runs.put("started-wide", startedWide());
    runs.put("elements", elements());
    runs.put("elements-many", elementsMany());
    runs.put("memory", memory());
    runs.put("elsewhere", elsewhere());
    runs.put("memory-wide", memoryWide());
    runs.put("seen", oversubscribed().seen());
    runs.put("seen-wide", elementsMany().seen());
    return runs;
  }

  /// Threads on a system that does not tell what they waited for, nor on which cores they ran.
  public static SampleRun elsewhere() {
    SampleRun run = SampleRun.of(4, 2).cpu(520).withoutStates().withoutOwnCores();
    for (int task = 0; task < 4; task++) {
      double from = task < 2 ? 0 : 200;
      run.task(task, task % 2, Ending.DONE, from, from + 200)
          .slice(task % 2, task, State.RUNNING, from, from + 130)
          .slice(task % 2, task, State.WAITING, from + 130, from + 200);
    }
    for (int bin = 0; bin < 10; bin++) {
      run.bin(0, 40 * bin, 40 * bin + 40, 0, 0.8).bin(1, 40 * bin, 40 * bin + 40, 0, 0.6);
    }
    return run;
  }

  /// Two processes that collect numbers on their heaps, beside a kernel that does little.
  public static SampleRun memory() {
    SampleRun run = SampleRun.of(4, 2).model("processes").cpu(790);
    run.lanes("process-1 (pid 4711)", "process-2 (pid 4712)");
    double[][] kernel = new double[33][];
    double[][] first = new double[33][];
    double[][] second = new double[33][];
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] = new double[] {182 + i % 3, 31 + 0.4 * i, 24};
      double filled = i % 16;
      first[i] = new double[] {44 + 3 * i, 4 + 5 * filled};
      second[i] = i < 16 ? new double[] {44, 5} : new double[] {60 + 4 * i, 6 + 9 * filled, 6};
    }
    for (int task = 0; task < 4; task++) {
      run.whole(task % 2, task, State.RUNNING, task < 2 ? 0 : 400, task < 2 ? 400 : 800);
    }
    for (int bin = 0; bin < 20; bin++) {
      run.bin(0, 40 * bin, 40 * bin + 40, 0.98, 0.01).bin(1, 40 * bin, 40 * bin + 40, 0.9, 0.1);
    }
    return run.memory("kernel", 25, kernel)
        .memory("process-1 (pid 4711)", 25, first)
        .memory("process-2 (pid 4712)", 25, second);
  }

  public static SampleRun named(String name) {
    return Objects.requireNonNull(all().get(name));
  }

  /// Tasks for elements that read badly.
  private static SampleRun elements() {
    SampleRun run = SampleRun.of(4, 4).cpu(20);
    for (int task = 0; task < 4; task++) {
      run.whole(task, task, State.WAITING, 5 * task, 200 + 5 * task);
    }
    return run.over(
        List.of("plain", "\"quoted\" <b>&amp;</b>", "two\tcolumns\nand lines", "é–日本 ".repeat(40)));
  }

  /// Eight CPU-bound tasks on four threads and two cores, which take turns every 30 ms.
  public static SampleRun oversubscribed() {
    SampleRun run = SampleRun.of(8, 4).cpu(2_380);
    for (int turn = 0; turn < 40; turn++) {
      double at = 30 * turn;
      for (int lane = 0; lane < 4; lane++) {
        boolean onCore = turn % 2 == lane / 2;
        int task = turn < 20 ? lane : lane + 4;
        run.slice(lane, task, onCore ? State.RUNNING : State.READY, at, at + 30);
      }
      run.bin(0, at, at + 30, 0.97, 0.02).bin(1, at, at + 30, turn % 7 == 3 ? 0.7 : 0.98, 0.02);
    }
    for (int task = 0; task < 8; task++) {
      double from = task < 4 ? 0 : 600;
      run.task(task, task % 4, Ending.DONE, from, from + 600);
    }
    return run;
  }

  /// Ten tasks on ten threads that compute a little and wait for a server.
  public static SampleRun io() {
    SampleRun run = SampleRun.of(10, 10).cpu(88);
    for (int task = 0; task < 10; task++) {
      double from = 6 * task;
      double answer = 240 + (task * 73) % 170;
      run.slice(task, task, State.RUNNING, from, from + 5)
          .slice(task, task, State.WAITING, from + 5, answer)
          .slice(task, task, State.RUNNING, answer, answer + 8)
          .task(task, task, Ending.DONE, from, answer + 8);
    }
    for (int bin = 0; bin < 21; bin++) {
      double own = bin < 3 ? 0.9 : bin < 12 ? 0 : 0.1 + 0.1 * (bin % 5);
      run.bin(0, 20 * bin, 20 * bin + 20, own, 0.05).bin(1, 20 * bin, 20 * bin + 20, 0, 0.35);
    }
    return run;
  }

  /// Twelve tasks on four threads that compute and wait by turns.
  public static SampleRun mixed() {
    SampleRun run = SampleRun.of(12, 4).cores(8).cpu(1_800);
    for (int task = 0; task < 12; task++) {
      int lane = task % 4;
      double at = 0.5 * lane + task / 4 * 300;
      run.slice(lane, task, State.RUNNING, at, at + 150)
          .slice(lane, task, State.WAITING, at + 150, at + 280)
          .slice(lane, task, State.READY, at + 280, at + 285)
          .slice(lane, task, State.RUNNING, at + 285, at + 299)
          .task(task, lane, Ending.DONE, at, at + 299);
    }
    return run;
  }

  /// Four threads that compute under one lock.
  public static SampleRun locked() {
    SampleRun run = SampleRun.of(4, 4).cpu(400);
    for (int task = 0; task < 4; task++) {
      run.slice(task, task, State.LOCKED, 0, 100 * task)
          .slice(task, task, State.RUNNING, 100 * task, 100 * task + 100)
          .task(task, task, Ending.DONE, 0, 100 * task + 100);
    }
    return run;
  }

  /// Two tasks that take two locks in opposite order, and were ended.
  public static SampleRun deadlock() {
    SampleRun run = SampleRun.of(2, 2).cpu(1);
    for (int task = 0; task < 2; task++) {
      run.slice(task, task, State.WAITING, 0, 50)
          .slice(task, task, State.LOCKED, 50, 400)
          .slice(task, task, State.FAILED, 400, 400)
          .task(task, task, Ending.FAILED, 0, 400);
    }
    return run.deadlock(
        new Deadlock.Party(
            "thread-1", OptionalInt.of(0), "Account@b", Optional.of("cell 4, line 7")),
        new Deadlock.Party(
            "thread-2", OptionalInt.of(1), "Account@a", Optional.of("cell 4, line 12")));
  }

  /// Sixteen tasks of which three throw.
  public static SampleRun failed() {
    SampleRun run = SampleRun.of(16, 2).cpu(1_580);
    for (int task = 0; task < 16; task++) {
      int lane = task % 2;
      double at = task / 2 * 100;
      boolean fails = task % 6 == 1;
      run.slice(lane, task, State.RUNNING, at, at + 99)
          .task(task, lane, fails ? Ending.FAILED : Ending.DONE, at, at + 99);
      if (fails) {
        run.slice(lane, task, State.FAILED, at + 99, at + 99);
      }
    }
    return run;
  }

  /// Sixteen tasks of which five were done when Stop was pressed.
  public static SampleRun interrupted() {
    SampleRun run = SampleRun.of(16, 2).cpu(5_900);
    for (int task = 0; task < 7; task++) {
      int lane = task % 2;
      double at = task / 2 * 1_000;
      double end = Math.min(at + 1_000, 3_000);
      boolean done = task < 5;
      run.slice(lane, task, State.RUNNING, at, done ? at + 1_000 : 3_100)
          .task(task, lane, done ? Ending.DONE : Ending.CANCELLED, at, done ? end : 3_100);
    }
    return run;
  }

  /// Four tasks that were over before anything could be measured.
  public static SampleRun tiny() {
    SampleRun run = SampleRun.of(4, 4).cpu(0.02);
    for (int task = 0; task < 4; task++) {
      run.whole(task, task, State.RUNNING, 0.05 * task, 0.05 * task + 0.01);
    }
    return run;
  }

  /// Two workers that had to be started before the first task, and one that was not.
  public static SampleRun started() {
    SampleRun run =
        SampleRun.of(6, 3)
            .cpu(900)
            .slice(0, 0, State.STARTING, -180, 0)
            .slice(1, 1, State.STARTING, -165, 12);
    for (int task = 0; task < 6; task++) {
      int lane = task % 3;
      double at = 14 + task / 3 * 200;
      run.whole(lane, task, State.RUNNING, at, at + 190);
    }
    for (int bin = 0; bin < 20; bin++) {
      run.bin(0, 20 * bin, 20 * bin + 20, 0.9, 0.05).bin(1, 20 * bin, 20 * bin + 20, 0.8, 0.1);
    }
    return run;
  }

  /// Four CPU-bound tasks one after the other.
  public static SampleRun sequential() {
    SampleRun run = SampleRun.of(4, 1).model("sequential").cores(4).cpu(796);
    for (int task = 0; task < 4; task++) {
      run.whole(0, task, State.RUNNING, 200 * task, 200 * task + 199);
    }
    return run;
  }

  /// Five tasks on an event loop: one computes for 400 ms, four sleep for 100.
  public static SampleRun loop() {
    SampleRun run =
        SampleRun.of(5, 1)
            .model("async")
            .onLoop()
            .cpu(404)
            .hold(new Hold(2, 2_000_000, 402_000_000, 4, false, Optional.of("cell 4, line 3")));
    for (int task = 0; task < 2; task++) {
      run.slice(task + 1, task, State.RUNNING, task, task + 1)
          .slice(task + 1, task, State.WAITING, task + 1, task + 101)
          .slice(task + 1, task, State.READY, task + 101, 402 + task)
          .slice(task + 1, task, State.RUNNING, 402 + task, 403 + task)
          .mounted(0, task, task, task + 1)
          .mounted(0, task, 402 + task, 403 + task)
          .task(task, task + 1, Ending.DONE, task, 403 + task);
    }
    run.slice(3, 2, State.RUNNING, 2, 402).mounted(0, 2, 2, 402).task(2, 3, Ending.DONE, 2, 402);
    for (int task = 3; task < 5; task++) {
      run.slice(task + 1, task, State.RUNNING, 401 + task, 402 + task)
          .slice(task + 1, task, State.WAITING, 402 + task, 502 + task)
          .mounted(0, task, 401 + task, 402 + task)
          .task(task, task + 1, Ending.DONE, 401 + task, 502 + task);
    }
    return run.bin(0, 0, 250, 0.98, 0.02).bin(0, 250, 500, 0.6, 0.02).bin(1, 0, 250, 0, 0.1);
  }
}
