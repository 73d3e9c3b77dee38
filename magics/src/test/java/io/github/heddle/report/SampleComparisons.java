package io.github.heddle.report;

import io.github.heddle.task.Ending;
import io.github.heddle.trace.State;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Comparisons of every kind that a picture must cope with.
public final class SampleComparisons {
  private SampleComparisons() {}

  /// By name, in order.
  public static Map<String, Versus> all() {
    Map<String, Versus> all = new LinkedHashMap<>();
    all.put("compare-cpu", computing());
    all.put("compare-io", waiting());
    all.put("compare-wide", wide());
    all.put("compare-five", five());
    all.put("compare-failed", failed());
    all.put("compare-loop", onLoop());
    return all;
  }

  /// Four CPU-bound tasks on two cores, of which processes have to be started.
  public static Versus computing() {
    SampleRun processes = threads(4, 2, 210).model("processes");
    processes.slice(0, 0, State.STARTING, -60, 0).slice(1, 1, State.STARTING, -62, 4);
    return Versus.of(
        List.of(
            oneByOne("sequential", 4, 200).report(),
            threads(4, 2, 205).report(),
            processes.report()),
        List.of(),
        Optional.empty());
  }

  /// Tasks on threads, measured twice.
  public static Versus repeated() {
    SampleRun first = threads(4, 2, 205);
    List<Numbers> measured =
        List.of(first.report().numbers(), threads(4, 2, 300).report().numbers());
    Report report =
        Report.of(first.plan(), Collections.nCopies(4, Ending.DONE), first.trace(), measured);
    return Versus.of(List.of(report), List.of(), Optional.empty());
  }

  /// Eight tasks that wait, and processes that cannot run them.
  public static Versus waiting() {
    SampleRun async = SampleRun.of(8, 1).model("async").cpu(8);
    SampleRun pool = SampleRun.of(8, 4).cpu(9);
    for (int task = 0; task < 8; task++) {
      async.slice(0, task, State.RUNNING, task, task + 1).task(task, 0, Ending.DONE, task, 208);
      pool.whole(task % 4, task, State.WAITING, task / 4 * 201, task / 4 * 201 + 200);
    }
    return Versus.of(
        List.of(waitingOneByOne().report(), asWaiting(async).report(), pool.report()),
        List.of(new LeftOut("processes", "the variable `client` cannot be sent")),
        Optional.of("results differ: task 3 gave 4 under sequential and 5 under threads"));
  }

  private static SampleRun waitingOneByOne() {
    SampleRun run = SampleRun.of(8, 1).model("sequential").cpu(8);
    for (int task = 0; task < 8; task++) {
      run.whole(0, task, State.WAITING, task * 200, task * 200 + 200);
    }
    return run;
  }

  private static SampleRun asWaiting(SampleRun async) {
    return async.slice(0, 0, State.WAITING, 8, 208);
  }

  /// More lanes and slices than there is room for.
  public static Versus wide() {
    return Versus.of(
        List.of(SampleCrowds.wide().report(), SampleCrowds.wide().model("virtual").report()),
        List.of(),
        Optional.empty());
  }

  /// All five models, each with more lanes, slices and elements than there is room for.
  public static Versus five() {
    return Versus.of(
        Stream.of("sequential", "async", "virtual", "threads", "processes")
            .map(model -> SampleRuns.named("elements-many").model(model).report())
            .toList(),
        List.of(),
        Optional.empty());
  }

  /// A model whose tasks fail, and one that was stopped.
  public static Versus failed() {
    return Versus.of(
        List.of(SampleRuns.failed().report(), SampleRuns.interrupted().model("processes").report()),
        List.of(new LeftOut("async", "this Java has no scheduler of one's own")),
        Optional.empty());
  }

  /// Eight CPU-bound tasks that wait for each other on the loop, and for cores on threads.
  public static Versus onLoop() {
    return Versus.of(
        List.of(SampleLoops.inTurn(8).report(), SampleRuns.oversubscribed().report()),
        List.of(),
        Optional.empty());
  }

  /// CPU-bound tasks one after the other.
  public static SampleRun oneByOne(String model, int tasks, double each) {
    SampleRun run = SampleRun.of(tasks, 1).model(model).cpu(tasks * each);
    for (int task = 0; task < tasks; task++) {
      run.whole(0, task, State.RUNNING, task * each, (task + 1) * each);
    }
    return run;
  }

  /// CPU-bound tasks on several workers.
  public static SampleRun threads(int tasks, int workers, double each) {
    SampleRun run = SampleRun.of(tasks, workers).cpu(tasks * each);
    for (int task = 0; task < tasks; task++) {
      int turn = task / workers;
      double at = turn * each;
      run.whole(task % workers, task, State.RUNNING, at, at + each);
    }
    return run;
  }
}
