package io.github.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.heddle.task.TaskBody;
import io.github.heddle.trace.LockWait;
import io.github.heddle.trace.Trace;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which locks tasks wait for, against workloads whose truth is known: three tasks, of which one
/// holds the lock for 100 ms while the others wait, and then the second for as long.
@Timeout(60)
class LockWaitsTest {
  private static final long MILLI = 1_000_000;
  private static final String FILE = "LockWaitsTest.java, line ";

  private static final class Account {
    synchronized void hold() throws InterruptedException {
      Thread.sleep(100);
    }
  }

  @Test
  void waitsForAMonitorAreNamedWithTheirHolderAndBothLines() {
    Account account = new Account();
    CountDownLatch first = new CountDownLatch(1);

    Trace trace =
        threads(
            2,
            (task, _) -> {
              if (task == 0) {
                synchronized (account) {
                  first.countDown();
                  Thread.sleep(1500); // a machine may stand still for a third of it
                }
              } else {
                first.await();
                account.hold();
              }
              return task;
            });

    List<LockWait> waits = trace.obstacles().lockWaits();
    assertThat(waits).hasSize(1);
    LockWait wait = waits.getFirst();
    assertThat(wait.task()).isEqualTo(1);
    assertThat(wait.lock()).isEqualTo("Account@" + Integer.toHexString(account.hashCode()));
    assertThat(wait.nanos()).isGreaterThan(1000 * MILLI);
    assertThat(wait.nanos()).isCloseTo(trace.states().locked(), withinPercentage(30));
    assertThat(wait.holder()).hasValue(0);
    assertThat(wait.place()).get().asString().startsWith(FILE);
    assertThat(wait.holderPlace()).get().asString().startsWith(FILE);
    assertThat(wait.place()).isNotEqualTo(wait.holderPlace());
  }

  static List<Lock> locks() {
    return List.of(
        new ReentrantLock(), new ReentrantLock(true), new ReentrantReadWriteLock().writeLock());
  }

  @ParameterizedTest
  @MethodSource("locks")
  void waitsForLocksOfTheJdkAreNamed(Lock lock) {
    Trace trace =
        threads(
            3,
            (_, _) -> {
              lock.lock();
              try {
                Thread.sleep(100);
              } finally {
                lock.unlock();
              }
              return true;
            });

    List<LockWait> waits = trace.obstacles().lockWaits();
    assertThat(waits).hasSize(2);
    assertThat(waits)
        .allSatisfy(wait -> {
          assertThat(wait.lock()).matches("Reentrant(ReadWrite)?Lock@[0-9a-f]+");
          assertThat(wait.place()).get().asString().startsWith(FILE);
          assertThat(wait.holder()).isPresent();
        });
    assertThat(waits.getFirst().nanos()).isGreaterThan(150 * MILLI);
    assertThat(waits.getLast().nanos()).isGreaterThan(70 * MILLI);
    assertThat(waits.stream().mapToLong(LockWait::nanos).sum())
        .isCloseTo(trace.states().locked(), withinPercentage(40));
  }

  @Test
  void waitsForASemaphoreAreNoLockWaits() {
    Semaphore permit = new Semaphore(1);

    Trace trace =
        threads(
            2,
            (_, _) -> {
              permit.acquire();
              Thread.sleep(60);
              permit.release();
              return true;
            });

    assertThat(trace.obstacles().lockWaits()).isEmpty();
    assertThat(trace.states().waiting()).isGreaterThan(2 * 50 * MILLI);
  }

  private static Trace threads(int tasks, TaskBody<Integer, Object> body) {
    return Runs.of(new Threads(), tasks, tasks).run(body).trace();
  }
}
