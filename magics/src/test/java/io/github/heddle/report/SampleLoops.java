package io.github.heddle.report;

import io.github.heddle.task.Ending;
import io.github.heddle.trace.State;

/// Runs on an event loop with threads beside it.
public final class SampleLoops {
  private SampleLoops() {}

  /// Task 0 hands its work to a thread, which is busy at first and has no core for a while; task 1
  /// computes on the loop, which has none for a while, too.
  public static SampleRun offloaded() {
    return SampleRun.of(2, 1)
        .model("async")
        .onLoop("offload-1")
        .cpu(300)
        .mounted(0, 0, 0, 1)
        .mounted(0, 1, 1, 100)
        .folded(0, 1, 1, State.READY, 100, 150)
        .mounted(0, 1, 150, 400)
        .mounted(0, 0, 400, 401)
        .slice(1, 0, State.RUNNING, 0, 1)
        .slice(1, 0, State.READY, 1, 50)
        .slice(1, 0, State.RUNNING, 50, 100)
        .slice(1, 0, State.READY, 100, 200)
        .slice(1, 0, State.RUNNING, 200, 300)
        .slice(1, 0, State.READY, 300, 400)
        .slice(1, 0, State.RUNNING, 400, 401)
        .slice(2, 1, State.READY, 0, 1)
        .slice(2, 1, State.RUNNING, 1, 100)
        .slice(2, 1, State.READY, 100, 150)
        .slice(2, 1, State.RUNNING, 150, 400)
        .mounted(3, 0, 50, 100)
        .folded(3, 0, 1, State.READY, 100, 200)
        .mounted(3, 0, 200, 300)
        .task(0, 1, Ending.DONE, 0, 401)
        .task(1, 2, Ending.DONE, 0, 400)
        .bin(0, 0, 401, 0.75, 0.02);
  }

  /// Tasks that compute on the loop one after the other and all wait for it from the beginning.
  ///
  /// @param names of threads beside the loop
  public static SampleRun inTurn(int tasks, String... names) {
    SampleRun run = SampleRun.of(tasks, 1).model("async").onLoop(names).cpu(100 * tasks);
    for (int task = 0; task < tasks; task++) {
      run.mounted(0, task, 100 * task, 100 * task + 100)
          .slice(task + 1, task, State.READY, 0, 100 * task)
          .slice(task + 1, task, State.RUNNING, 100 * task, 100 * task + 100)
          .task(task, task + 1, Ending.DONE, 0, 100 * task + 100);
    }
    return run;
  }
}
