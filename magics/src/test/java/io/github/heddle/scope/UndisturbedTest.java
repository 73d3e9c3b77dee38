package io.github.heddle.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UndisturbedTest {
  @Test
  void waitThatWasInterruptedIsBegunAgainAndTheInterruptKept() {
    AtomicInteger attempts = new AtomicInteger();

    Undisturbed.run(() -> {
      if (attempts.incrementAndGet() < 3) {
        throw new InterruptedException();
      }
    });

    assertThat(Thread.interrupted()).isTrue();
    assertThat(attempts).hasValue(3);
  }

  @Test
  void undisturbedWaitLeavesTheFlagAlone() {
    Undisturbed.run(() -> {});
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
