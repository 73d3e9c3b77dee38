package io.github.heddle.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.model.Execution;
import io.github.heddle.model.Threads;
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
import io.github.heddle.trace.Place;
import io.github.heddle.trace.Slice;
import io.github.heddle.trace.State;
import io.github.heddle.trace.Trace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What carriers of the JDK's own scheduler did for two tasks on threads, against tasks of which it
/// is known how much their virtual threads compute, and in which lines.
@Timeout(600)
@EnabledOnOs(OS.LINUX)
class CarriedLinesTest {
  private static final String FILE = "CarriedLinesTest.java";

  /// Takes a second or so.
  private static final long MUCH = 400_000_000;

  /// Takes a millisecond or so.
  private static final long LITTLE = 400_000;

  /// Takes ten microseconds or so.
  private static final long LEAST = 4_000;

  @Test
  void whatOneVirtualThreadComputesIsOfTheTaskThatStartedIt() {
    run(10, 10, LITTLE);

    Execution<Integer> execution = run(1, 1, MUCH);

    Trace trace = execution.trace();
    double first = cpuNanos(trace, 0);
    double second = cpuNanos(trace, 1);
    assertThat(first / (first + second)).as("share of task 0").isBetween(0.65, 0.92);
    assertThat(nanos(trace, Slice::taskKnown) / (double) nanos(trace, _ -> true))
        .as("what is known")
        .isGreaterThan(0.8);
    assertLinesAreTrue(execution);
    // on a busy machine the one that computes less may be missed: a thread is looked at while it
    // has a core
    assertThat(Stream.of(0, 1).flatMap(task -> lines(trace, task).stream())).isNotEmpty();
  }

  @Test
  void whatIsKnownOfManyVirtualThreadsIsTrue() {
    run(10, 10, LITTLE);

    Execution<Integer> execution = run(400, 400, LITTLE);

    assertLinesAreTrue(execution);
  }

  /// So many are mounted between two samples that nobody can tell whose they were.
  @Test
  void virtualThreadsThatAreNotSeenBelongToNoCertainTask() {
    run(10, 10, LITTLE);

    Trace trace = run(40_000, 40_000, LEAST).trace();

    assertThat(nanos(trace, slice -> !slice.taskKnown()) / (double) nanos(trace, _ -> true))
        .as("what is not known")
        .isGreaterThan(0.5);
  }

  private static void assertLinesAreTrue(Execution<Integer> execution) {
    for (int task = 0; task < 2; task++) {
      assertThat(lines(execution.trace(), task))
          .as("where task %s computes", task)
          .isSubsetOf(line(execution, task));
    }
  }

  /// Both tasks begin together and end together. Of what each virtual thread computes, the second
  /// task's compute a quarter.
  private static Execution<Integer> run(int first, int second, long much) {
    CyclicBarrier both = new CyclicBarrier(2);
    return run((task, _) -> {
      both.await();
      int line =
          task == 0
              ? inVirtualThreads(first, CarriedLinesTest::inTheFirst, much)
              : inVirtualThreads(second, CarriedLinesTest::inTheSecond, much / 4);
      both.await();
      return line;
    });
  }

  private static Execution<Integer> run(TaskBody<Integer, Integer> body) {
    Plan plan = new Plan("threads", 2, 2, Optional.empty(), OnError.CONTINUE);
    Scope scope = Scope.root("carried", LoopBreaker.NONE, Services.NONE);
    return new Threads().run(plan, new Work<>(Optional.empty(), body), scope, Watch.NONE);
  }

  /// @return the line in which they compute
  private static int inVirtualThreads(int count, LongUnaryOperator work, long much)
      throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> all =
          Stream.generate(() -> threads.submit(() -> work.applyAsLong(much))).limit(count).toList();
      return Math.toIntExact(all.getLast().get());
    }
  }

  private static long inTheFirst(long much) {
    int line = line() + 1;
    long sum = LongStream.range(0, much).reduce(1, (all, next) -> next ^ (all % 999));
    return sum == 0 ? 0 : line;
  }

  private static long inTheSecond(long much) {
    int line = line() + 1;
    long sum = LongStream.range(0, much).reduce(1, (all, next) -> next ^ (all % 999));
    return sum == 0 ? 0 : line;
  }

  private static int line() {
    return new Throwable().getStackTrace()[1].getLineNumber();
  }

  private static int line(Execution<Integer> execution, int task) {
    return ((Outcome.Done<Integer>) execution.outcomes().get(task)).value();
  }

  private static double cpuNanos(Trace trace, int task) {
    return trace.tasks().cpuNanos(task).orElseThrow();
  }

  /// How long carriers computed.
  private static long nanos(Trace trace, Predicate<Slice> which) {
    return carried(trace).filter(which).mapToLong(Slice::nanos).sum();
  }

  private static Stream<Slice> carried(Trace trace) {
    return trace.slices().stream()
        .filter(slice -> trace.lanes().get(slice.lane()).name().contains("ForkJoinPool-"))
        .filter(slice -> slice.state() == State.RUNNING);
  }

  /// Lines of this file in which a task is said to have computed in virtual threads.
  private static List<Integer> lines(Trace trace, int task) {
    return carried(trace)
        .filter(slice -> slice.taskKnown() && slice.task() == task)
        .flatMap(slice -> slice.place().stream())
        .map(Place::line)
        .filter(line -> line.source().equals(FILE))
        .map(CodeLine::number)
        .distinct()
        .toList();
  }
}
