package io.github.heddle.report;

import io.github.heddle.task.Ending;
import io.github.heddle.trace.State;

/// Runs of which a quantity is given, to stand on either side of a threshold.
final class BorderRuns {
  private BorderRuns() {}

  static SampleRun faster(double factor) {
    return faster(State.RUNNING, State.RUNNING, factor);
  }

  /// Two tasks that end after 200 ms and did so many times 100 ms of work each.
  static SampleRun faster(State first, State second, double factor) {
    return SampleRun.of(2, 2)
        .slice(0, 0, first, 0, 100 * factor)
        .slice(1, 1, second, 200 - 100 * factor, 200)
        .task(0, 0, Ending.DONE, 0, 100 * factor)
        .task(1, 1, Ending.DONE, 200 - 100 * factor, 200);
  }

  static SampleRun computing(double tasks) {
    return tasks == 0 ? SampleRun.of(0, 2) : computing((int) tasks, 200);
  }

  static SampleRun waiting(double tasks) {
    return SampleRun.parallel((int) tasks, State.WAITING, 100);
  }

  static SampleRun computing(int tasks, double millis) {
    return SampleRun.parallel(tasks, State.RUNNING, millis);
  }

  /// A thousand tasks on one worker, one begins every so often.
  static SampleRun small(double every, double millis) {
    SampleRun run = SampleRun.of(1_000, 1);
    for (int task = 0; task < 1_000; task++) {
      run.whole(0, task, State.RUNNING, task * every, task * every + millis);
    }
    return run;
  }

  /// Tasks that wait for a core for so long and then compute, 100 ms in all.
  static SampleRun ready(int tasks, double millis) {
    SampleRun run = SampleRun.of(tasks, tasks);
    for (int task = 0; task < tasks; task++) {
      run.slice(task, task, State.READY, 0, millis)
          .slice(task, task, State.RUNNING, millis, 100)
          .task(task, task, Ending.DONE, 0, 100);
    }
    return run;
  }

  /// A long task and others, in a second.
  static SampleRun uneven(int tasks, int workers, double longest, double others) {
    SampleRun run = SampleRun.of(tasks, workers).cores(8).whole(0, 0, State.RUNNING, 0, longest);
    for (int task = 1; task < tasks; task++) {
      run.whole(workers - 1, task, State.RUNNING, 1_000 - others, 1_000);
    }
    return run;
  }

  /// Four tasks on two threads.
  static SampleRun inTurns() {
    SampleRun run = SampleRun.of(4, 2);
    for (int task = 0; task < 4; task++) {
      double from = task / 2 * 100;
      run.whole(task % 2, task, State.RUNNING, from, from + 100);
    }
    return run;
  }
}
