package io.github.heddle.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000_000;
  private final Pace pace = new Pace();

  @Test
  void shortRunsAreSampledOftenAndLongOnesTwoHundredTimesASecond() {
    assertThat(pace.next(0, 8)).isEqualTo(MILLI);
    assertThat(pace.next(150 * MILLI, 8)).isEqualTo(3 * MILLI);
    assertThat(pace.next(3_600_000 * MILLI, 8)).isEqualTo(4_600 * MICRO);
  }

  @Test
  void whereThereIsNoThreadItLooksAtTheMachineMoreSeldom() {
    assertThat(pace.next(0, 0)).isEqualTo(25 * MILLI);
    assertThat(pace.interval()).isEqualTo(MILLI);
    assertThat(pace.next(1000 * MILLI, 0)).isEqualTo(25 * MILLI);
    assertThat(pace.interval()).isEqualTo(4_600 * MICRO);
    assertThat(pace.next(1000 * MILLI, 1)).isEqualTo(4_600 * MICRO);
  }

  @Test
  void halvingTheSamplesDoublesTheInterval() {
    pace.halve();
    assertThat(pace.next(1000 * MILLI, 8)).isEqualTo(9_200 * MICRO);
    assertThat(pace.interval()).isEqualTo(9_200 * MICRO);
  }

  @Test
  void samplesOfManyThreadsTakeNoMoreThanAHundredthOfACore() {
    for (int i = 0; i < 20; i++) {
      pace.sampled(2 * MILLI);
    }
    assertThat(pace.next(1000 * MILLI, 1000)).isEqualTo(400 * MILLI);
    assertThat(pace.interval()).isEqualTo(400 * MILLI);
  }

  @Test
  void aHundredthOfAllCoresIsMoreThanOfOne() {
    Pace shared = new Pace(4);
    for (int i = 0; i < 20; i++) {
      shared.sampled(150 * MICRO);
      pace.sampled(150 * MICRO);
    }
    assertThat(shared.next(1000 * MILLI, 64)).isEqualTo(7_500 * MICRO);
    assertThat(pace.next(1000 * MILLI, 64)).isEqualTo(30 * MILLI);
  }

  @Test
  void whatIsDearOnlyTheFirstTimesMakesNoPause() {
    LongStream.of(20 * MILLI, 15 * MILLI, 8 * MILLI, 60 * MICRO, 3 * MILLI).forEach(pace::sampled);
    assertThat(pace.next(50 * MILLI, 1000)).isEqualTo(12 * MILLI);
  }

  @Test
  void nothingMakesTheSamplerOfAFewThreadsBlind() {
    for (int i = 0; i < 20; i++) {
      pace.sampled(30 * MILLI);
    }
    assertThat(pace.next(1000 * MILLI, 8)).isEqualTo(4_600 * MICRO);
    assertThat(pace.next(1000 * MILLI, 16)).isEqualTo(9_200 * MICRO);
  }
}
