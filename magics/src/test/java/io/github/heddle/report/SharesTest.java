package io.github.heddle.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What kind of work tasks did.
class SharesTest {
  @Test
  void computingIsCpuBoundFromThreeQuartersOn() {
    assertThat(kind(75.1, 0, 24.9, 0)).isEqualTo(Kind.CPU_BOUND);
    assertThat(kind(74.9, 0, 25.1, 0)).isEqualTo(Kind.MIXED);
  }

  @Test
  void waitingIsIoBoundFromThreeQuartersOn() {
    assertThat(kind(24.9, 0, 75.1, 0)).isEqualTo(Kind.IO_BOUND);
    assertThat(kind(25.1, 0, 74.9, 0)).isEqualTo(Kind.MIXED);
  }

  @Test
  void waitingForLocksIsLockBoundFromAThirdOn() {
    assertThat(kind(66.6, 0, 0, 33.4)).isEqualTo(Kind.LOCK_BOUND);
    assertThat(kind(66.8, 0, 0, 33.2)).isEqualTo(Kind.MIXED);
  }

  @Test
  void waitsForACoreSayNothingOfTheWork() {
    assertThat(kind(31, 60, 9, 0)).isEqualTo(Kind.CPU_BOUND);
    assertThat(kind(0, 100, 0, 0)).isEqualTo(Kind.UNKNOWN);
  }

  /// Of work of which tasks spent so many per cent in each state.
  private static Kind kind(double running, double ready, double waiting, double locked) {
    return new Shares(1_000, running / 100, ready / 100, waiting / 100, locked / 100, 0).kind();
  }
}
