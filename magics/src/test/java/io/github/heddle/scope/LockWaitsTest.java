package io.github.heddle.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LockWaitsTest {
  private final ForcedRelease release = ForcedRelease.available().orElseThrow();
  private final Unblocking waits = new LockWaits(release);
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock other = new ReentrantLock();
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void release() {
    end.countDown();
  }

  /// Starts a thread and waits until it waits, or has ended.
  private static Thread waiting(Runnable body) {
    Thread thread = Thread.ofPlatform().daemon().start(body);
    while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return thread;
  }

  /// The lock is not given back.
  private static Thread ended(ReentrantLock taken) throws InterruptedException {
    Thread thread = waiting(taken::lock);
    thread.join();
    return thread;
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void theLockOfAThreadThatHasEndedIsTakenFromIt() throws InterruptedException {
    ended(lock);
    Thread waiting = waiting(lock::lock);
    assertThat(lock.hasQueuedThread(waiting)).isTrue();

    waits.unblock(List.of(waiting));
    waiting.join();
  }

  @Test
  void threadsThatAreToEndAndWaitForEachOtherEnd() throws InterruptedException {
    Thread holds =
        waiting(() -> {
          lock.lock();
          awaitEnd();
          other.lock();
        });
    Thread circle =
        waiting(() -> {
          other.lock();
          lock.lock();
        });
    end.countDown();
    while (!other.hasQueuedThread(holds)) {
      Thread.onSpinWait();
    }

    while (holds.isAlive() || circle.isAlive()) {
      waits.unblock(List.of(holds, circle));
      holds.join(1);
    }
  }

  @Test
  void aLockWhoseHolderGoesOnIsLeftToIt() {
    Thread holder =
        waiting(() -> {
          lock.lock();
          awaitEnd();
        });
    Thread waiting = waiting(lock::lock);

    assertLeftToIts(holder, waiting, List.of(holder, waiting));
  }

  @Test
  void aLockOfSomebodyElseIsLeftToItThoughItWaitsForALock() throws InterruptedException {
    ended(other);
    Thread somebodyElse =
        waiting(() -> {
          lock.lock();
          other.lock();
        });
    Thread waiting = waiting(lock::lock);

    assertLeftToIts(somebodyElse, waiting, List.of(waiting));
  }

  private void assertLeftToIts(Thread holder, Thread waiting, List<Thread> toEnd) {
    AbstractOwnableSynchronizer waitedFor = ForcedRelease.waitedForBy(waiting).orElseThrow();
    waits.unblock(toEnd);
    assertThat(release.holder(waitedFor)).contains(holder);
  }
}
