package io.github.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.scope.LoopBreaker;
import io.github.heddle.scope.Scope;
import io.github.heddle.scope.Services;
import io.github.heddle.task.Ending;
import io.github.heddle.task.Outcome;
import io.github.heddle.task.TaskBody;
import io.github.heddle.trace.Slice;
import io.github.heddle.trace.Trace;
import io.github.heddle.worker.WarmWorkers;
import io.github.heddle.worker.WorkerCommand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Runs under test in worker processes that wait for the next one, as a kernel's do, and end with
/// the test.
final class RunsInProcesses implements AutoCloseable {
  private final WarmWorkers workers = new WarmWorkers(WorkerCommand.ofThisProcess());

  <R> Execution<R> run(int tasks, int processes, TaskBody<Integer, R> body) {
    return run(Runs.of(new Processes(), tasks, processes), body);
  }

  <R> Execution<R> run(Runs runs, TaskBody<Integer, R> body) {
    return runs.run(body, scope());
  }

  Scope scope() {
    return Scope.root("test", LoopBreaker.NONE, Services.NONE.with(WarmWorkers.class, workers));
  }

  @Override
  public void close() {
    workers.close();
  }

  /// Computes for ever.
  static void spin() {
    while (true) {
      Thread.onSpinWait();
    }
  }

  static long pid() {
    return ProcessHandle.current().pid();
  }

  static <R> List<R> results(Execution<R> execution) {
    return execution.outcomes().stream()
        .map(outcome -> ((Outcome.Done<R>) outcome).value())
        .toList();
  }

  static List<Ending> endings(Execution<?> execution) {
    return execution.outcomes().stream().map(Outcome::ending).toList();
  }

  static Throwable failure(Execution<?> execution, int task) {
    return ((Outcome.Failed<?>) execution.outcomes().get(task)).cause();
  }

  static List<Long> children() {
    return ProcessHandle.current().children().map(ProcessHandle::pid).toList();
  }

  static void assertNoOverlap(Trace trace) {
    Map<Integer, List<Slice>> lanes = new HashMap<>();
    trace.slices().forEach(s -> lanes.computeIfAbsent(s.lane(), _ -> new ArrayList<>()).add(s));
    for (List<Slice> lane : lanes.values()) {
      lane.sort(Comparator.comparingLong(Slice::startNanos));
      for (int i = 1; i < lane.size(); i++) {
        assertThat(lane.get(i).startNanos()).isGreaterThanOrEqualTo(lane.get(i - 1).endNanos());
      }
    }
  }
}
