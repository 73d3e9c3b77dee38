package io.github.heddle.truth;

import io.github.heddle.truth.Step.Allocate;
import io.github.heddle.truth.Step.Compute;
import io.github.heddle.truth.Step.Fail;
import io.github.heddle.truth.Step.GiveWay;
import io.github.heddle.truth.Step.Lock;
import io.github.heddle.truth.Step.Monitor;
import io.github.heddle.truth.Step.Sleep;
import io.github.heddle.truth.Step.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What every task of a run does.
///
/// @param name for people
record Workload(String name, int tasks, int workers, List<Step> steps) {
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  Workload {
    steps = List.copyOf(steps);
  }

  /// All of them. Where two tasks share one thread, none computes when the other could go on: when
  /// that was, a task cannot witness.
  static Stream<Workload> all() {
    return Stream.of(
        of("compute", 2, 1, new Compute(200)),
        of("sleep", 2, 2, new Sleep(100), new Compute(200), new Sleep(100)),
        of("socket", 2, 2, new Compute(150), new Socket(200)),
        of("monitor", 2, 2, new Compute(150), new Monitor(200)),
        of("lock", 2, 2, new Compute(150), new Lock(200)),
        new Workload("more threads than cores", 2 * CORES, 2 * CORES, chunks(3, 50)),
        of("allocate", 2, 2, new Compute(100), new Allocate(1_000_000_000)),
        of("fail", 2, 2, new Compute(150), new Sleep(100), new Fail()),
        of(
            "everything",
            2,
            2,
            new Compute(250),
            new Sleep(60),
            new Monitor(60),
            new Socket(60),
            new Lock(60),
            new Compute(30)));
  }

  private static Workload of(String name, int tasks, int workers, Step... steps) {
    return new Workload(name, tasks, workers, List.of(steps));
  }

  private static List<Step> chunks(int count, int millis) {
    return new ArrayList<>(
        IntStream.range(0, count)
            .boxed()
            .flatMap(_ -> Stream.of(new Compute(millis), new GiveWay()))
            .toList());
  }

  @Override
  public String toString() {
    return name;
  }
}
