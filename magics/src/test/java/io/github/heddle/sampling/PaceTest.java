package io.github.heddle.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long MILLI = 1_000_000;
  private final Pace pace = new Pace();

  @Test
  void shortRunsAreSampledOftenAndLongOnesEveryFiveMilliseconds() {
    assertThat(pace.next(0, 0)).isEqualTo(MILLI);
    assertThat(pace.next(150 * MILLI, 0)).isEqualTo(3 * MILLI);
    assertThat(pace.next(3_600_000 * MILLI, 0)).isEqualTo(5 * MILLI);
  }

  @Test
  void halvingTheSamplesDoublesTheInterval() {
    pace.halve();
    assertThat(pace.next(1000 * MILLI, 0)).isEqualTo(10 * MILLI);
    assertThat(pace.interval()).isEqualTo(10 * MILLI);
  }

  @Test
  void dearSamplingWaitsUntilItIsNoMoreThanAHundredthOfACore() {
    long spent = 21 * MILLI;
    long pause = pace.next(1000 * MILLI, spent);
    assertThat(1000 * MILLI + pause).isEqualTo(100 * (spent - 10 * MILLI));
  }

  @Test
  void nothingMakesTheSamplerBlind() {
    assertThat(pace.next(1000 * MILLI, 5000 * MILLI)).isEqualTo(200 * MILLI);
  }
}
