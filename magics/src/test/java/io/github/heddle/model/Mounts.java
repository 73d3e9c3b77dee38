package io.github.heddle.model;

import io.github.heddle.task.TaskBody;
import io.github.heddle.trace.Slice;
import io.github.heddle.trace.State;
import io.github.heddle.trace.Trace;
import java.util.List;
import java.util.stream.IntStream;

/// Workloads on carriers, and sums over what was seen of them.
final class Mounts {
  private Mounts() {}

  static Trace sleepers(Model model, int tasks, int workers) {
    return trace(
        model,
        tasks,
        workers,
        (task, _) -> {
          Thread.sleep(100);
          return task;
        });
  }

  static Trace trace(Model model, int tasks, int workers, TaskBody<Integer, Object> body) {
    return Runs.of(model, tasks, workers).run(body).trace();
  }

  /// So much that no machine does it in 20 ms.
  static int compute() {
    int sum = 0;
    for (int i = 0; i < 200_000_000; i++) {
      sum += i % 7;
    }
    return sum;
  }

  static List<Slice> mounts(Trace trace, int carrier) {
    return trace.slices().stream().filter(slice -> slice.lane() == carrier).toList();
  }

  static long inState(Trace trace, int task, State state) {
    return trace.slices().stream()
        .filter(slice -> slice.lane() == trace.tasks().lane(task) && slice.state() == state)
        .mapToLong(Slice::nanos)
        .sum();
  }

  static long allTasks(Trace trace) {
    return IntStream.range(0, trace.tasks().count())
        .mapToLong(task -> trace.tasks().endNanos(task) - trace.tasks().startNanos(task))
        .sum();
  }
}
