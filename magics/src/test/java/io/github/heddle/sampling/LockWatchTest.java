package io.github.heddle.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.sampling.ThreadProbe.Doing;
import org.junit.jupiter.api.Test;

class LockWatchTest {
  private final LockWatch watch = new LockWatch();

  @Test
  void idleTimeBetweenRunningAndLockedIsWaitedForTheLock() {
    assertThat(watch.add(3, Doing.LOCKED)).isEqualTo(3);
    assertThat(watch.add(5, Doing.LOCKED)).isEqualTo(8);
    assertThat(watch.add(2, Doing.RUNNING)).isEqualTo(10);
  }

  @Test
  void idleTimeWithoutALockIsNot() {
    watch.add(5, Doing.WAITING);
    assertThat(watch.add(5, Doing.RUNNING)).isZero();
  }

  @Test
  void betweenALockAndAnotherWaitItIsHalf() {
    watch.add(0, Doing.LOCKED);
    assertThat(watch.add(8, Doing.WAITING)).isEqualTo(4);
  }

  @Test
  void aWaitForACoreThatWasCountedLateTakesNothingBack() {
    watch.add(5, Doing.LOCKED);
    assertThat(watch.add(-4, Doing.LOCKED)).isEqualTo(5);
  }
}
