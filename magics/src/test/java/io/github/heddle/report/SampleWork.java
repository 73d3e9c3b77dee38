package io.github.heddle.report;

import io.github.heddle.task.Ending;
import io.github.heddle.trace.State;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The same work under several models, times in milliseconds.
final class SampleWork {
  private SampleWork() {}

  static Versus versus(SampleRun... runs) {
    return Versus.of(
        Arrays.stream(runs).map(SampleRun::report).toList(), List.of(), Optional.empty());
  }

  static Verdict verdict(SampleRun... runs) {
    return new Verdict(versus(runs).reports(), List.of());
  }

  static SampleRun computing(String model, int tasks, int workers, double each) {
    return work(State.RUNNING, State.RUNNING, model, tasks, workers, each);
  }

  static SampleRun waiting(String model, int tasks, int workers, double each) {
    return work(State.WAITING, State.WAITING, model, tasks, workers, each);
  }

  /// Half of it is computing and half of it waiting.
  static SampleRun mixed(String model, int tasks, int workers, double each) {
    return work(State.RUNNING, State.WAITING, model, tasks, workers, each);
  }

  /// Every worker takes one task after the other.
  private static SampleRun work(
      State first, State second, String model, int tasks, int workers, double each) {
    SampleRun run = SampleRun.of(tasks, workers).model(model);
    for (int task = 0; task < tasks; task++) {
      int turn = task / workers;
      double from = turn * each;
      run.task(task, task % workers, Ending.DONE, from, from + each)
          .slice(task % workers, task, first, from, from + each / 2)
          .slice(task % workers, task, second, from + each / 2, from + each);
    }
    return run;
  }

  /// All tasks wait at once, on one thread.
  static SampleRun waitingOnLoop(int tasks, double millis) {
    SampleRun run = SampleRun.of(tasks, 1).model("async");
    for (int task = 0; task < tasks; task++) {
      run.whole(0, task, State.WAITING, 0, millis);
    }
    return run;
  }
}
