package io.github.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.scope.Scope;
import io.github.heddle.task.DeadlockException;
import io.github.heddle.task.Ending;
import io.github.heddle.task.Outcome;
import io.github.heddle.trace.Deadlock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Tasks that wait for each other for ever are found, named and ended.
@Timeout(60)
@SuppressWarnings("LockNotBeforeTry") // as learners write it
class DeadlockTest {
  private final Scope scope = Runs.scope();
  private final CyclicBarrier bothHold = new CyclicBarrier(2);

  static Stream<Arguments> locks() {
    return Stream.of(
        Arguments.of(new ReentrantLock(), new ReentrantLock()),
        Arguments.of(new ReentrantLock(true), new ReentrantReadWriteLock().writeLock()));
  }

  @ParameterizedTest
  @MethodSource("locks")
  void locksOfTheJdkAreTakenAwayAndNoThreadIsLeft(Lock a, Lock b) {
    Execution<Integer> execution =
        Runs.of(new Threads(), 3, 3)
            .run(
                (task, _) -> {
                  if (task < 2) {
                    takeBoth(task == 0 ? a : b, task == 0 ? b : a);
                  }
                  return task;
                },
                scope);

    assertDeadlock(execution, 2);
    assertThat(execution.outcomes().getLast()).isEqualTo(new Outcome.Done<>(2));
    assertThat(scope.liveThreads()).isEmpty();
    assertThat(a.tryLock()).as("the lock is free again").isTrue();
    assertThat(b.tryLock()).isTrue();
  }

  @Test
  void locksThatNobodyReleasesInFinallyAreTakenFromTheDead() {
    Lock a = new ReentrantLock();
    Lock b = new ReentrantLock();

    Execution<Integer> execution =
        Runs.of(new Threads(), 2, 2)
            .run(
                (task, _) -> {
                  (task == 0 ? a : b).lock();
                  bothHold.await();
                  (task == 0 ? b : a).lock();
                  throw new IllegalStateException("ends with both held");
                },
                scope);

    assertDeadlock(execution, 2);
    assertThat(scope.liveThreads()).isEmpty();
  }

  @Test
  void circleWithAMonitorAndALockIsFreedThroughTheLock() {
    Object monitor = new Object();
    Lock lock = new ReentrantLock();

    Execution<Integer> execution =
        Runs.of(new Threads(), 2, 2)
            .run(
                (task, _) -> {
                  if (task == 0) {
                    synchronized (monitor) {
                      bothHold.await();
                      lock.lock();
                      lock.unlock();
                    }
                  } else {
                    lock.lock();
                    try {
                      bothHold.await();
                      synchronized (monitor) {
                        return task;
                      }
                    } finally {
                      lock.unlock();
                    }
                  }
                  return task;
                },
                scope);

    assertDeadlock(execution, 2);
    assertThat(scope.liveThreads()).isEmpty();
  }

  @Test
  void threadsInMonitorsAreLeftBehindAndOtherTasksGoOn() {
    Object a = new Object();
    Object b = new Object();

    Execution<Integer> execution =
        Runs.of(new Threads(), 6, 2)
            .run(
                (task, _) -> {
                  if (task < 2) {
                    synchronized (task == 0 ? a : b) {
                      bothHold.await();
                      synchronized (task == 0 ? b : a) {
                        return task;
                      }
                    }
                  }
                  return task;
                },
                scope);

    assertDeadlock(execution, 2);
    assertThat(execution.outcomes().subList(2, 6))
        .as("other workers took the other tasks")
        .extracting(Outcome::ending)
        .containsOnly(Ending.DONE);
    assertThat(scope.liveThreads()).hasSize(2).allMatch(Thread::isDaemon);
    assertThat(cause(execution, 0))
        .hasMessageContaining("left behind")
        .hasMessageContaining("new lock objects");
    assertThat(execution.trace().lanes().getFirst().name()).endsWith("(did not end)");
    assertThat(execution.trace().wallNanos()).isLessThan(Duration.ofSeconds(10).toNanos());
  }

  @Test
  void circleOfThreeIsNamedInItsOrder() {
    List<Lock> locks = List.of(new ReentrantLock(), new ReentrantLock(), new ReentrantLock());
    CyclicBarrier allHold = new CyclicBarrier(3);

    Execution<Integer> execution =
        Runs.of(new Threads(), 3, 3)
            .run(
                (task, _) -> {
                  locks.get(task).lock();
                  try {
                    allHold.await();
                    locks.get((task + 1) % 3).lock();
                    locks.get((task + 1) % 3).unlock();
                  } finally {
                    locks.get(task).unlock();
                  }
                  return task;
                },
                scope);

    Deadlock deadlock = assertDeadlock(execution, 3);
    assertThat(deadlock.circle())
        .extracting(party -> party.task().orElseThrow())
        .containsExactly(0, 1, 2);
    assertThat(scope.liveThreads()).isEmpty();
  }

  private void takeBoth(Lock first, Lock second) throws Exception {
    first.lock();
    try {
      bothHold.await();
      second.lock();
      second.unlock();
    } finally {
      first.unlock();
    }
  }

  private static Deadlock assertDeadlock(Execution<?> execution, int tasks) {
    Deadlock deadlock = execution.trace().obstacles().deadlock().orElseThrow();
    assertThat(deadlock.circle()).hasSize(tasks);
    assertThat(deadlock.foundNanos())
        .isPositive()
        .isLessThanOrEqualTo(execution.trace().wallNanos());
    assertThat(deadlock.circle())
        .allSatisfy(party -> {
          assertThat(party.task()).isPresent();
          assertThat(party.place()).get().asString().startsWith("DeadlockTest.java, line ");
        });
    for (int task = 0; task < tasks; task++) {
      assertThat(cause(execution, task))
          .isInstanceOf(DeadlockException.class)
          .hasMessageContaining(deadlock.inWords());
    }
    return deadlock;
  }

  private static Throwable cause(Execution<?> execution, int task) {
    return ((Outcome.Failed<?>) execution.outcomes().get(task)).cause();
  }
}
