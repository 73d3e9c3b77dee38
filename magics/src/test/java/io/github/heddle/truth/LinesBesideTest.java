package io.github.heddle.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.Heddle;
import io.github.heddle.model.Async;
import io.github.heddle.model.Execution;
import io.github.heddle.model.Model;
import io.github.heddle.model.Virtual;
import io.github.heddle.model.Watch;
import io.github.heddle.plan.OnError;
import io.github.heddle.plan.Plan;
import io.github.heddle.scope.LoopBreaker;
import io.github.heddle.scope.Scope;
import io.github.heddle.scope.Services;
import io.github.heddle.task.Outcome;
import io.github.heddle.task.TaskBody;
import io.github.heddle.task.Work;
import io.github.heddle.trace.CodeLine;
import io.github.heddle.trace.Lane;
import io.github.heddle.trace.State;
import io.github.heddle.trace.Trace;
import io.github.heddle.worker.WarmWorkers;
import io.github.heddle.worker.WorkerCommand;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The lines in which slices say that tasks were while others worked for them: threads and
/// processes beside the event loop, and virtual threads that tasks started.
@Timeout(600)
@EnabledOnOs(OS.LINUX)
class LinesBesideTest {
  private static final String FILE = "LinesBesideTest.java";
  private static final int LONG = 500;

  /// Takes a second or so.
  private static final long MUCH = 400_000_000;

  @AutoClose private final WarmWorkers workers = new WarmWorkers(WorkerCommand.ofThisProcess());

  static Stream<Model> models() {
    return Stream.of(new Async(), new Virtual());
  }

  @Test
  void offloadedWorkSaysInWhichLinesItIs() {
    run(new Async(), (_, _) -> Heddle.offload(() -> work(1_000, 1)));

    Execution<int[]> execution = run(new Async(), (_, _) -> Heddle.offload(() -> work(MUCH, LONG)));

    assertLines(execution, lane(execution.trace(), "offload-1"));
  }

  @Test
  void workInAnotherProcessSaysInWhichLinesItIs() {
    run(new Async(), (_, _) -> Heddle.offloadToProcess(() -> work(1_000, 1)));

    Execution<int[]> execution =
        run(new Async(), (_, _) -> Heddle.offloadToProcess(() -> work(MUCH, LONG)));

    assertLines(execution, lane(execution.trace(), "process-1"));
  }

  @ParameterizedTest
  @MethodSource("models")
  void virtualThreadsOfATaskSayInWhichLineTheyCompute(Model model) {
    run(model, (_, _) -> inVirtualThread(1_000));

    Execution<int[]> execution = run(model, (_, _) -> inVirtualThread(MUCH));

    int line = ((Outcome.Done<int[]>) execution.outcomes().getFirst()).value()[0];
    assertThat(linesIn(execution.trace(), 0, State.RUNNING)).as("on the carrier").contains(line);
    int task = execution.trace().tasks().lane(0);
    assertThat(linesIn(execution.trace(), task, State.RUNNING)).as("of the task").contains(line);
  }

  private static void assertLines(Execution<int[]> execution, int beside) {
    int[] lines = ((Outcome.Done<int[]>) execution.outcomes().getFirst()).value();
    Trace trace = execution.trace();
    for (int lane : List.of(beside, trace.tasks().lane(0))) {
      assertThat(linesIn(trace, lane, State.RUNNING))
          .as("where lane %s computes", lane)
          .contains(lines[0])
          .doesNotContain(lines[1]);
      assertThat(linesIn(trace, lane, State.WAITING))
          .as("where lane %s waits", lane)
          .contains(lines[1])
          .doesNotContain(lines[0]);
    }
  }

  private Execution<int[]> run(Model model, TaskBody<Integer, int[]> body) {
    Plan plan = new Plan(model.name(), 1, 1, Optional.empty(), OnError.CONTINUE);
    Scope scope =
        Scope.root("beside", LoopBreaker.NONE, Services.NONE.with(WarmWorkers.class, workers));
    return model.run(plan, new Work<>(Optional.empty(), body), scope, Watch.NONE);
  }

  /// Waits first and computes then, each in the line after that in which it is noted.
  ///
  /// @return the lines in which it computes, and in which it waits
  private static int[] work(long much, int millis) throws InterruptedException {
    int[] lines = new int[2];
    lines[1] = line() + 1;
    Thread.sleep(millis);
    lines[0] = line() + 1;
    long sum = LongStream.range(0, much).reduce(1, (all, next) -> next ^ (all % 999));
    return sum == 0 ? new int[2] : lines;
  }

  private static int[] inVirtualThread(long much) throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.submit(() -> work(much, 1)).get();
    }
  }

  private static int line() {
    return new Throwable().getStackTrace()[1].getLineNumber();
  }

  private static int lane(Trace trace, String name) {
    return trace.lanes().stream()
        .filter(lane -> lane.name().equals(name))
        .mapToInt(Lane::index)
        .findFirst()
        .orElseThrow();
  }

  private static List<Integer> linesIn(Trace trace, int lane, State state) {
    return trace.slices().stream()
        .filter(slice -> slice.lane() == lane && slice.state() == state)
        .flatMap(slice -> slice.place().stream())
        .map(place -> place.line())
        .filter(line -> line.source().equals(FILE))
        .map(CodeLine::number)
        .distinct()
        .toList();
  }
}
