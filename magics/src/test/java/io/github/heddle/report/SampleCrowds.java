package io.github.heddle.report;

import io.github.heddle.task.Ending;
import io.github.heddle.trace.InFlight;
import io.github.heddle.trace.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Runs of more lanes, tasks or readings than can be drawn one by one.
public final class SampleCrowds {
  private SampleCrowds() {}

  /// Forty lanes of five hundred tasks each, for elements with long texts.
  public static SampleRun elementsMany() {
    SampleRun run = SampleRun.of(20_000, 40).model("processes").cores(40).cpu(900_000);
    for (int task = 0; task < 20_000; task++) {
      int lane = task % 40;
      double at = task / 40 * 50;
      run.slice(lane, task, State.STARTING, at, at + 2)
          .slice(lane, task, task % 3 == 0 ? State.WAITING : State.RUNNING, at + 2, at + 49)
          .task(task, lane, Ending.DONE, at + 2, at + 49);
    }
    for (int core = 0; core < 40; core++) {
      for (int bin = 0; bin < 100; bin++) {
        run.bin(core, 250 * bin, 250 * bin + 250, 0.5 + 0.004 * bin, 0.01 * core);
      }
    }
    return run.over(
        IntStream.range(0, 20_000)
            .mapToObj(task -> "https://example.org/日本/" + "x".repeat(300) + task)
            .toList());
  }

  /// More processes than rows, over a long time.
  public static SampleRun memoryWide() {
    SampleRun run = SampleRun.of(40, 40).model("processes").cpu(50_000);
    for (int lane = 0; lane < 40; lane++) {
      run.whole(lane, lane, State.RUNNING, 0, 25_000);
      double[][] readings = new double[1_000][];
      for (int i = 0; i < readings.length; i++) {
        readings[i] = new double[] {40 + lane + i % 50, 10 + i % 30};
      }
      run.memory("process-" + (lane + 1) + " (pid " + (4_000 + lane) + ")", 25, readings);
    }
    return run;
  }

  /// Ten thousand tasks that sleep for a second, on two carriers.
  public static SampleRun crowd() {
    SampleRun run =
        SampleRun.of(10_000, 2).model("virtual").lanes("carrier-1", "carrier-2").cpu(300);
    for (int task = 0; task < 10_000; task++) {
      run.task(task, task % 2, Ending.DONE, task * 0.01, 1_000 + task * 0.01);
    }
    List<InFlight.Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < 110; bin++) {
      double tasks = bin < 10 ? 1_000 * bin + 500 : bin < 100 ? 10_000 : 500 + 1_000 * (109 - bin);
      boolean sleeping = bin >= 10 && bin < 100;
      double ready = sleeping ? 0 : tasks * 0.2;
      double running = sleeping ? 0 : 1.5;
      bins.add(
          new InFlight.Bin(
              bin * 10_000_000L,
              (bin + 1) * 10_000_000L,
              running,
              ready,
              tasks - ready - running,
              0));
    }
    for (int lane = 0; lane < 2; lane++) {
      run.folded(lane, lane, 5_000, State.RUNNING, 0, 100)
          .folded(lane, lane, 5_000, State.RUNNING, 1_000, 1_099);
    }
    return run.crowd(10, bins).inState(State.WAITING, 9_900_000).inState(State.READY, 99_602);
  }

  /// 64 workers that took longer to start than their tasks to run.
  public static SampleRun startedWide() {
    SampleRun run = SampleRun.of(640, 64).cpu(9_000);
    for (int lane = 0; lane < 64; lane++) {
      run.slice(lane, lane, State.STARTING, -333 - lane, 0);
      for (int turn = 0; turn < 10; turn++) {
        int task = turn * 64 + lane;
        run.whole(lane, task, State.RUNNING, 17 * turn, 17 * turn + 10 + lane / 16.0);
      }
    }
    return run;
  }

  /// 64 threads and 64 cores, restless.
  public static SampleRun wide() {
    SampleRun run = SampleRun.of(64, 64).cores(64).cpu(300_000);
    Random random = new Random(1);
    for (int lane = 0; lane < 64; lane++) {
      for (int turn = 0; turn < 100; turn++) {
        double at = 100 * turn;
        double split = at + 100 * random.nextDouble();
        run.slice(lane, lane, State.RUNNING, at, split)
            .slice(lane, lane, State.READY, split, at + 100);
      }
      run.task(lane, lane, Ending.DONE, 0, 10_000);
      for (int bin = 0; bin < 100; bin++) {
        run.bin(lane, 100 * bin, 100 * bin + 100, random.nextDouble() * 0.8, 0.2);
      }
    }
    return run;
  }

  /// A million tasks on 64 threads, folded as a recorder folds them.
  public static SampleRun million() {
    int lanes = 64;
    int each = 1_000_000 / lanes;
    SampleRun run = SampleRun.of(1_000_000, lanes).cores(2).cpu(3_100);
    for (int task = 0; task < 1_000_000; task++) {
      int round = task / lanes;
      double at = round * 0.128;
      run.task(task, task % lanes, Ending.DONE, at, at + 0.1);
    }
    for (int lane = 0; lane < lanes; lane++) {
      for (int fold = 0; fold < 50; fold++) {
        double at = fold * each / 50.0 * 0.128;
        double length = each / 50.0 * 0.128;
        int first = fold * 312 * lanes + lane;
        run.folded(lane, first, 312, State.RUNNING, at, at + length / 2)
            .folded(lane, first, 312, State.WAITING, at + length / 2, at + length * 0.9);
      }
    }
    return run;
  }
}
