package io.github.heddle.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.model.Execution;
import io.github.heddle.model.Model;
import io.github.heddle.model.Models;
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
import io.github.heddle.trace.Slice;
import io.github.heddle.trace.State;
import io.github.heddle.trace.TaskTable;
import io.github.heddle.trace.Trace;
import io.github.heddle.worker.WarmWorkers;
import io.github.heddle.worker.WorkerCommand;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The lines in which slices say that tasks were, against tasks that say in which lines they
/// compute, sleep, compute and wait for a socket, each for long.
@Timeout(600)
@EnabledOnOs(OS.LINUX)
class LinesTruthTest {
  private static final String FILE = "LinesTruthTest.java";
  private static final int TASKS = 2;
  private static final int LONG = 500;

  /// Takes a second or so.
  private static final long MUCH = 400_000_000;

  /// So does this many.
  private static final int MANY = 1_600_000_000;

  @AutoClose private final WarmWorkers workers = new WarmWorkers(WorkerCommand.ofThisProcess());

  static Stream<Model> models() {
    return Models.all().stream();
  }

  @ParameterizedTest
  @MethodSource("models")
  void slicesSayInWhichLinesTheirTaskWas(Model model) {
    // what is done for the first time takes its time, too
    run(model, (_, _) -> body(1_000, 1));

    Execution<int[]> execution = run(model, (_, _) -> body(MUCH, LONG));

    for (int task = 0; task < TASKS; task++) {
      int[] lines = ((Outcome.Done<int[]>) execution.outcomes().get(task)).value();
      List<Slice> running = slices(execution.trace(), task, State.RUNNING);
      // on a busy machine one of the two may be missed: a thread is looked at while it has a core
      List<Integer> computes = lines(running, Set.of(lines[0], lines[2]));
      assertThat(computes).as("where task %s computes", task).isNotEmpty();
      assertThat(List.of(lines[0], lines[2])).containsSubsequence(computes);
      assertThat(10 * nanos(running, Set.of(lines[1], lines[3])))
          .as("how long task %s computes where it waits", task)
          .isLessThan(nanos(running, Set.of(lines[0], lines[2])));
      List<Slice> waiting = slices(execution.trace(), task, State.WAITING);
      assertThat(lines(waiting, Set.of(lines[0], lines[1], lines[2], lines[3])))
          .as("where task %s waits", task)
          .containsExactly(lines[1], lines[3]);
    }
  }

  /// Some collectors have the compiler leave out of such loops what a thread is looked at by.
  @ParameterizedTest
  @MethodSource("models")
  void loopThatCountsIsLookedAtWhileItRuns(Model model) {
    run(model, (_, _) -> counting(1_000));

    Execution<int[]> execution = run(model, (_, _) -> counting(MANY));

    // on a busy machine one of the two may be missed: a thread is looked at while it has a core
    assertThat(execution.trace().slices())
        .anyMatch(slice -> slice.state() == State.RUNNING && isLateInLoop(slice, execution));
  }

  private static boolean isLateInLoop(Slice slice, Execution<int[]> execution) {
    TaskTable tasks = execution.trace().tasks();
    int[] lines = ((Outcome.Done<int[]>) execution.outcomes().get(slice.task())).value();
    long half = (tasks.startNanos(slice.task()) + tasks.endNanos(slice.task())) / 2;
    return slice.place().isPresent()
        && slice.endNanos() > half
        && isIn(Set.of(lines[0], lines[1]), slice);
  }

  static int[] counting(int much) {
    int sum = 0;
    int loop = line() + 1;
    for (int i = 0; i < much; i++) {
      sum = 31 * sum + i % 999;
    }
    return new int[] {loop, loop + 1, sum};
  }

  private Execution<int[]> run(Model model, TaskBody<Integer, int[]> body) {
    boolean alone = model.name().equals("sequential") || model.name().equals("async");
    Plan plan =
        new Plan(model.name(), TASKS, alone ? 1 : TASKS, Optional.empty(), OnError.CONTINUE);
    Scope scope =
        Scope.root("lines", LoopBreaker.NONE, Services.NONE.with(WarmWorkers.class, workers));
    return model.run(plan, new Work<>(Optional.empty(), body), scope, Watch.NONE);
  }

  /// Each of the four things is done in the line after that in which it is noted.
  static int[] body(long much, int millis) throws IOException, InterruptedException {
    int[] lines = new int[4];
    try (SilentSocket silent = SilentSocket.forMillis(millis)) {
      InputStream in = silent.socket().getInputStream();
      lines[0] = line() + 1;
      long sum = LongStream.range(0, much).reduce(1, (all, next) -> next ^ (all % 999));
      lines[1] = line() + 1;
      Thread.sleep(millis + sum % 2);
      lines[2] = line() + 1;
      sum += LongStream.range(0, much).reduce(1, (all, next) -> next ^ (all % 999));
      lines[3] = line() + 2;
      try {
        in.read();
      } catch (SocketTimeoutException nobodySends) {
        return sum == 0 ? new int[4] : lines;
      }
      throw new IOException("somebody sent something");
    }
  }

  private static int line() {
    return new Throwable().getStackTrace()[1].getLineNumber();
  }

  private static List<Slice> slices(Trace trace, int task, State state) {
    return trace.slices().stream()
        .filter(slice -> slice.lane() == trace.tasks().lane(task) && slice.task() == task)
        .filter(slice -> slice.state() == state && slice.place().isPresent())
        .sorted(Comparator.comparingLong(Slice::startNanos))
        .toList();
  }

  private static boolean isIn(Set<Integer> lines, Slice slice) {
    CodeLine line = slice.place().orElseThrow().line();
    return line.source().equals(FILE) && lines.contains(line.number());
  }

  /// Those of the lines that were seen, one after the other.
  private static List<Integer> lines(List<Slice> slices, Set<Integer> wanted) {
    List<Integer> lines = new ArrayList<>();
    slices.stream()
        .filter(slice -> isIn(wanted, slice))
        .map(slice -> slice.place().orElseThrow().line().number())
        .filter(line -> lines.isEmpty() || !lines.getLast().equals(line))
        .forEach(lines::add);
    return lines;
  }

  private static long nanos(List<Slice> slices, Set<Integer> wanted) {
    return slices.stream().filter(slice -> isIn(wanted, slice)).mapToLong(Slice::nanos).sum();
  }
}
