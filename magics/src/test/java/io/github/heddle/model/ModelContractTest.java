package io.github.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.scope.Scope;
import io.github.heddle.task.Ending;
import io.github.heddle.task.Outcome;
import io.github.heddle.task.TaskBody;
import io.github.heddle.task.Work;
import io.github.heddle.trace.Slice;
import io.github.heddle.trace.State;
import io.github.heddle.trace.TaskTable;
import io.github.heddle.trace.Trace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every model keeps to.
@Timeout(60)
class ModelContractTest {
  private static final Duration SOON = Duration.ofMillis(200);

  static Stream<Model> models() {
    return Models.all().stream();
  }

  /// Those whose tasks see the memory of the test: what it waits for, and what it counts with.
  static Stream<Model> sharingModels() {
    return models().filter(model -> !model.name().equals("processes"));
  }

  @ParameterizedTest
  @MethodSource("models")
  void modelIsFoundByItsName(Model model) {
    assertThat(Models.named(model.name())).contains(model);
  }

  @ParameterizedTest
  @MethodSource("sharingModels")
  void eachTaskRunsOnceAndItsResultStandsAtItsNumber(Model model) {
    AtomicIntegerArray calls = new AtomicIntegerArray(1000);

    Execution<String> execution =
        Runs.of(model, 1000, 4)
            .run((task, item) -> {
              calls.incrementAndGet(task);
              return task + ":" + item;
            });

    assertThat(IntStream.range(0, 1000).map(calls::get)).containsOnly(1);
    assertThat(execution.outcomes())
        .isEqualTo(
            IntStream.range(0, 1000)
                .mapToObj(task -> new Outcome.Done<>(task + ":" + task))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("models")
  void itemsAreTheElements(Model model) {
    TaskBody<String, Object> body = (_, item) -> item + item;

    Execution<Object> execution =
        Runs.of(model, 2, 2).run(new Work<>(Optional.of(List.of("a", "b")), body), Runs.scope());

    assertThat(execution.outcomes())
        .containsExactly(new Outcome.Done<>("aa"), new Outcome.Done<>("bb"));
  }

  @ParameterizedTest
  @MethodSource("models")
  void resultMayBeNull(Model model) {
    TaskBody<Integer, @Nullable Object> body = (_, _) -> null;

    assertThat(endings(Runs.of(model, 1, 1).<@Nullable Object>run(body)))
        .containsExactly(Ending.DONE);
  }

  @ParameterizedTest
  @MethodSource("models")
  void noTasksAreARunWithoutOutcomes(Model model) {
    Execution<Integer> execution = Runs.of(model, 0, 3).run((task, _) -> task);

    assertThat(execution.outcomes()).isEmpty();
    assertThat(execution.trace().wallNanos()).isZero();
    assertThat(execution.trace().slices()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("models")
  void failedTaskDoesNotDisturbTheOthers(Model model) {
    Execution<Integer> execution =
        Runs.of(model, 8, 2)
            .run((task, _) ->
                switch (task) {
                  case 1 -> throw new IllegalStateException("one");
                  case 2 -> overflow(1);
                  case 3 -> throw new OutOfMemoryError("pretended");
                  case 4 -> throw new AssertionError("four");
                  case 5 -> throw new InterruptedException("by itself");
                  case 6 -> {
                    Thread.currentThread().interrupt();
                    yield task;
                  }
                  default -> Thread.currentThread().isInterrupted() ? -1 : task;
                });

    assertThat(execution.outcomes())
        .extracting(Outcome::ending)
        .containsExactly(
            Ending.DONE,
            Ending.FAILED,
            Ending.FAILED,
            Ending.FAILED,
            Ending.FAILED,
            Ending.FAILED,
            Ending.DONE,
            Ending.DONE);
    assertThat(execution.outcomes().getLast()).isEqualTo(new Outcome.Done<>(7));
    assertThat(execution.outcomes().subList(1, 6))
        .extracting(outcome -> ((Outcome.Failed<?>) outcome).cause().getClass().getSimpleName())
        .containsExactly(
            "IllegalStateException",
            "StackOverflowError",
            "OutOfMemoryError",
            "AssertionError",
            "InterruptedException");
    assertThat(execution.trace().slices())
        .filteredOn(slice -> slice.state() == State.FAILED)
        .extracting(Slice::task)
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5);
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int overflow(int depth) {
    return overflow(depth + 1) + 1;
  }

  @ParameterizedTest
  @MethodSource("sharingModels")
  void firstFailureStopsTheRunWhereAskedTo(Model model) {
    CountDownLatch never = new CountDownLatch(1);

    Execution<Integer> execution =
        Runs.of(model, 50, 3)
            .stopOnError()
            .run((task, _) -> {
              if (task == 0) {
                throw new IllegalStateException("first");
              }
              never.await();
              return task;
            });

    List<Ending> endings = endings(execution);
    assertThat(endings.getFirst()).isEqualTo(Ending.FAILED);
    assertThat(endings.subList(1, 3)).containsAnyOf(Ending.CANCELLED, Ending.NOT_STARTED);
    assertThat(endings.subList(3, 50)).containsOnly(Ending.NOT_STARTED);
  }

  @ParameterizedTest
  @MethodSource("sharingModels")
  void timeLimitEndsWaitingAndPollingTasks(Model model) {
    CountDownLatch never = new CountDownLatch(1);
    Scope scope = Runs.scope();

    Execution<Integer> execution =
        Runs.of(model, 20, 2)
            .timeout(SOON)
            .run(
                (task, _) -> {
                  if (task % 2 == 0) {
                    never.await();
                  }
                  while (!Thread.interrupted()) {
                    Thread.onSpinWait();
                  }
                  throw new InterruptedException();
                },
                scope);

    assertThat(endings(execution).getFirst()).isEqualTo(Ending.TIMED_OUT);
    assertThat(endings(execution).getLast()).isEqualTo(Ending.NOT_STARTED);
    assertThat(endings(execution)).isSubsetOf(Ending.TIMED_OUT, Ending.NOT_STARTED);
    assertThat(execution.trace().wallNanos()).isGreaterThanOrEqualTo(SOON.toNanos());
    assertThat(scope.liveThreads()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("models")
  void whatIsDoneBeforeTheTimeLimitStaysDone(Model model) {
    Execution<Integer> execution =
        Runs.of(model, 2, 1)
            .timeout(SOON)
            .run((task, _) -> {
              if (task == 1) {
                new CountDownLatch(1).await();
              }
              return task;
            });

    assertThat(endings(execution)).containsExactly(Ending.DONE, Ending.TIMED_OUT);
  }

  @ParameterizedTest
  @MethodSource("sharingModels")
  void stopFromOutsideCancelsTheTasksUnderWay(Model model) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Scope scope = Runs.scope();
    Thread stopper = Thread.ofPlatform().start(() -> afterwards(begun, scope::stop));

    Execution<Integer> execution =
        Runs.of(model, 20, 2)
            .run(
                (task, _) -> {
                  begun.countDown();
                  new CountDownLatch(1).await();
                  return task;
                },
                scope);
    stopper.join();

    assertThat(endings(execution).getFirst()).isEqualTo(Ending.CANCELLED);
    assertThat(endings(execution)).isSubsetOf(Ending.CANCELLED, Ending.NOT_STARTED);
    assertWaitedForAWorker(model, endings(execution).subList(2, 20));
    assertThat(scope.liveThreads()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("sharingModels")
  void errorThrownByAStoppedTaskIsTheStopAndNoFailure(Model model) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Scope scope = Runs.scope();
    Thread stopper = Thread.ofPlatform().start(() -> afterwards(begun, scope::stop));

    Execution<Integer> execution =
        Runs.of(model, 1, 1)
            .run(
                (_, _) -> {
                  begun.countDown();
                  while (!scope.stopped()) {
                    Thread.onSpinWait();
                  }
                  throw new Error("a stop check");
                },
                scope);
    stopper.join();

    assertThat(endings(execution)).containsExactly(Ending.CANCELLED);
  }

  @ParameterizedTest
  @MethodSource("sharingModels")
  void interruptOfTheWaitingThreadStopsTheRunAndIsKept(Model model) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Scope scope = Runs.scope();
    Thread waiting = Thread.currentThread();
    Thread interrupter = Thread.ofPlatform().start(() -> afterwards(begun, waiting::interrupt));

    Execution<Integer> execution =
        Runs.of(model, 3, 1)
            .run(
                (task, _) -> {
                  begun.countDown();
                  new CountDownLatch(1).await();
                  return task;
                },
                scope);

    assertThat(Thread.interrupted()).as("the flag is set again").isTrue();
    interrupter.join();
    assertThat(endings(execution).getFirst()).isEqualTo(Ending.CANCELLED);
    assertThat(endings(execution)).isSubsetOf(Ending.CANCELLED, Ending.NOT_STARTED);
    assertWaitedForAWorker(model, endings(execution).subList(1, 3));
    assertThat(scope.liveThreads()).isEmpty();
  }

  /// Tasks that wait keep their worker, unless it is a loop or a carrier: there all may have begun.
  private static void assertWaitedForAWorker(Model model, List<Ending> others) {
    if (!List.of("async", "virtual").contains(model.name())) {
      assertThat(others).containsOnly(Ending.NOT_STARTED);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void runInAStoppedScopeBeginsNothing(Model model) {
    Scope scope = Runs.scope();
    scope.stop();

    assertThat(endings(Runs.of(model, 3, 2).run((task, _) -> task, scope)))
        .containsOnly(Ending.NOT_STARTED);
  }

  @ParameterizedTest
  @MethodSource("sharingModels")
  void taskThatCannotBeEndedIsGivenUp(Model model) throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    Scope scope = Runs.scope();

    Execution<Integer> execution =
        Runs.of(model, 1, 1)
            .timeout(SOON)
            .run(
                (task, _) -> {
                  while (end.getCount() > 0) {
                    Thread.onSpinWait();
                  }
                  return task;
                },
                scope);

    assertThat(endings(execution)).containsExactly(Ending.TIMED_OUT);
    assertThat(execution.trace().lanes().getFirst().name()).endsWith("(did not end)");
    assertThat(execution.trace().states().running()).isPositive();
    end.countDown();
    assertThat(scope.awaitEnd(Duration.ofSeconds(20))).isEmpty();
    assertThat(endings(execution)).as("is not changed afterwards").containsOnly(Ending.TIMED_OUT);
  }

  @ParameterizedTest
  @MethodSource("models")
  void noThreadIsLeftBehind(Model model) {
    Scope scope = Runs.scope();

    Runs.of(model, 20, 5).run((task, _) -> task, scope);

    assertThat(scope.liveThreads()).isEmpty();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("heddle-sampler");
  }

  @ParameterizedTest
  @MethodSource("sharingModels")
  void tasksBelongToTheScopeOfTheRun(Model model) {
    Scope scope = Runs.scope();

    Execution<String> execution =
        Runs.of(model, 1, 1).run((_, _) -> Scope.current().orElseThrow().toString(), scope);

    assertThat(execution.outcomes()).containsExactly(new Outcome.Done<>("test/" + model.name()));
  }

  @ParameterizedTest
  @MethodSource("models")
  void threadsThatATaskStartsBelongToItsRun(Model model) {
    Execution<List<String>> execution =
        Runs.of(model, 3, 2)
            .run((_, _) -> {
              List<String> scopes = new CopyOnWriteArrayList<>();
              Runnable note = () -> scopes.add(Scope.current().orElseThrow().toString());
              Thread.ofPlatform().start(note).join();
              Thread.ofVirtual().start(note).join();
              return List.copyOf(scopes);
            });

    // a worker process has a tree of scopes of its own
    String own = (model.name().equals("processes") ? "worker/" : "test/") + model.name();
    assertThat(execution.outcomes()).containsOnly(new Outcome.Done<>(List.of(own, own))).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("models")
  void slicesOfALaneFollowEachOtherAndFillTheirTasks(Model model) {
    Trace trace =
        Runs.of(model, 12, 3)
            .run((task, _) -> {
              for (int round = 0; round < 5; round++) {
                Thread.sleep(1 + task % 3);
              }
              return task;
            })
            .trace();

    trace.slices().stream()
        .filter(slice -> slice.state() != State.FAILED)
        .collect(Collectors.groupingBy(Slice::lane))
        .values()
        .forEach(ModelContractTest::assertNoOverlap);
    TaskTable tasks = trace.tasks();
    for (int task = 0; task < tasks.count(); task++) {
      assertThat(nanosOnItsLane(trace, task))
          .isEqualTo(tasks.endNanos(task) - tasks.startNanos(task));
    }
    assertThat(trace.states().total() - trace.states().sending())
        .isEqualTo(
            IntStream.range(0, tasks.count()).mapToLong(task -> nanosOnItsLane(trace, task)).sum());
  }

  private static void assertNoOverlap(List<Slice> lane) {
    long end = lane.getFirst().startNanos();
    for (Slice slice : lane) {
      assertThat(slice.startNanos()).isGreaterThanOrEqualTo(end);
      end = slice.endNanos();
    }
  }

  private static long nanosOnItsLane(Trace trace, int task) {
    return trace.slices().stream()
        .filter(slice -> slice.task() == task && slice.lane() == trace.tasks().lane(task))
        .filter(slice -> slice.state() != State.STARTING)
        .mapToLong(Slice::nanos)
        .sum();
  }

  @ParameterizedTest
  @MethodSource("models")
  void aMillionEmptyTasksGiveACompleteTableAndABoundedTrace(Model model) {
    Trace trace = Runs.of(model, 1_000_000, 4).run((task, _) -> task).trace();

    TaskTable tasks = trace.tasks();
    assertThat(tasks.count()).isEqualTo(1_000_000);
    assertThat(IntStream.range(0, tasks.count()))
        .allMatch(task ->
            tasks.ending(task) == Ending.DONE
                && tasks.cpuNanos(task).isPresent()
                && tasks.startNanos(task) >= 0
                && tasks.endNanos(task) >= tasks.startNanos(task)
                && tasks.endNanos(task) <= trace.wallNanos());
    assertThat(trace.slices()).hasSizeLessThanOrEqualTo(4_000);
  }

  private static List<Ending> endings(Execution<?> execution) {
    List<Ending> endings = execution.outcomes().stream().map(Outcome::ending).toList();
    TaskTable table = execution.trace().tasks();
    assertThat(IntStream.range(0, table.count()).mapToObj(table::ending))
        .as("the table says the same")
        .isEqualTo(endings);
    return endings;
  }

  private static void afterwards(CountDownLatch event, Runnable action) {
    try {
      event.await();
      action.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
