package io.github.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.scope.Scope;
import io.github.heddle.task.Ending;
import io.github.heddle.task.TaskBody;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;

/// What every model keeps to when a run is ended before its tasks are done.
@Timeout(60)
class StopContractTest {
  private static final Duration SOON = Duration.ofMillis(200);

  @EverySharingModel
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

    List<Ending> endings = Runs.endings(execution);
    assertThat(endings.getFirst()).isEqualTo(Ending.FAILED);
    assertThat(endings.subList(1, 3)).containsAnyOf(Ending.CANCELLED, Ending.NOT_STARTED);
    assertThat(endings.subList(3, 50)).containsOnly(Ending.NOT_STARTED);
  }

  @EverySharingModel
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

    assertThat(Runs.endings(execution).getFirst()).isEqualTo(Ending.TIMED_OUT);
    assertThat(Runs.endings(execution).getLast()).isEqualTo(Ending.NOT_STARTED);
    assertThat(Runs.endings(execution)).isSubsetOf(Ending.TIMED_OUT, Ending.NOT_STARTED);
    assertThat(execution.trace().wallNanos()).isGreaterThanOrEqualTo(SOON.toNanos());
    assertThat(scope.liveThreads()).isEmpty();
  }

  @EveryModel
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

    assertThat(Runs.endings(execution)).containsExactly(Ending.DONE, Ending.TIMED_OUT);
  }

  private static TaskBody<Integer, Integer> waitsForEver(CountDownLatch begun) {
    return (task, _) -> {
      begun.countDown();
      new CountDownLatch(1).await();
      return task;
    };
  }

  @EverySharingModel
  void stopFromOutsideCancelsTheTasksUnderWay(Model model) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Scope scope = Runs.scope();
    Thread stopper = Thread.ofPlatform().start(() -> afterwards(begun, scope::stop));

    Execution<Integer> execution = Runs.of(model, 20, 2).run(waitsForEver(begun), scope);
    stopper.join();

    assertThat(Runs.endings(execution).getFirst()).isEqualTo(Ending.CANCELLED);
    assertThat(Runs.endings(execution)).isSubsetOf(Ending.CANCELLED, Ending.NOT_STARTED);
    assertWaitedForAWorker(model, Runs.endings(execution).subList(2, 20));
    assertThat(scope.liveThreads()).isEmpty();
  }

  @EverySharingModel
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

    assertThat(Runs.endings(execution)).containsExactly(Ending.CANCELLED);
  }

  @EverySharingModel
  void interruptOfTheWaitingThreadStopsTheRunAndIsKept(Model model) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Scope scope = Runs.scope();
    Thread waiting = Thread.currentThread();
    Thread interrupter = Thread.ofPlatform().start(() -> afterwards(begun, waiting::interrupt));

    Execution<Integer> execution = Runs.of(model, 3, 1).run(waitsForEver(begun), scope);

    assertThat(Thread.interrupted()).as("the flag is set again").isTrue();
    interrupter.join();
    assertThat(Runs.endings(execution).getFirst()).isEqualTo(Ending.CANCELLED);
    assertThat(Runs.endings(execution)).isSubsetOf(Ending.CANCELLED, Ending.NOT_STARTED);
    assertWaitedForAWorker(model, Runs.endings(execution).subList(1, 3));
    assertThat(scope.liveThreads()).isEmpty();
  }

  /// Tasks that wait keep their worker, unless it is a loop or a carrier: there all may have begun.
  private static void assertWaitedForAWorker(Model model, List<Ending> others) {
    if (!List.of("async", "virtual").contains(model.name())) {
      assertThat(others).containsOnly(Ending.NOT_STARTED);
    }
  }

  @EverySharingModel
  void taskThatSwallowsInterruptsIsInterruptedAgain(Model model) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Scope scope = Runs.scope();
    Thread stopper = Thread.ofPlatform().start(() -> afterwards(begun, scope::stop));

    Runs.of(model, 1, 1)
        .run(
            (task, _) -> {
              int swallowed = 0;
              while (swallowed < 3) {
                begun.countDown();
                swallowed += waitInterrupted();
              }
              ended.countDown();
              return task;
            },
            scope);
    stopper.join();

    assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
  }

  private static int waitInterrupted() {
    try {
      new CountDownLatch(1).await();
      return 0;
    } catch (InterruptedException swallowed) {
      return 1;
    }
  }

  @EveryModel
  void runInAStoppedScopeBeginsNothing(Model model) {
    Scope scope = Runs.scope();
    scope.stop();

    assertThat(Runs.endings(Runs.of(model, 3, 2).run((task, _) -> task, scope)))
        .containsOnly(Ending.NOT_STARTED);
  }

  @EverySharingModel
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

    assertThat(Runs.endings(execution)).containsExactly(Ending.TIMED_OUT);
    assertThat(execution.trace().lanes().getFirst().name()).endsWith("(did not end)");
    assertThat(execution.trace().states().running()).isPositive();
    end.countDown();
    assertThat(scope.awaitEnd(Duration.ofSeconds(20))).isEmpty();
    assertThat(Runs.endings(execution))
        .as("is not changed afterwards")
        .containsOnly(Ending.TIMED_OUT);
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
