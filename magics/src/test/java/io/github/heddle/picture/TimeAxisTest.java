package io.github.heddle.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.picture.TimeAxis.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeAxisTest {
  @ParameterizedTest
  @CsvSource({
    "500000, MICROSECONDS",
    "1000000, MILLISECONDS",
    "1999999999, MILLISECONDS",
    "2000000000, SECONDS"
  })
  void theUnitSuitsTheLength(long end, Unit unit) {
    assertThat(TimeAxis.upTo(end).unit()).isEqualTo(unit);
  }

  @Test
  void ticksAreRoundAndFew() {
    assertThat(TimeAxis.upTo(1_200_000_000).ticks())
        .containsExactly(
            0L,
            200_000_000L,
            400_000_000L,
            600_000_000L,
            800_000_000L,
            1_000_000_000L,
            1_200_000_000L);
  }

  @Test
  void anAxisThatBeginsEarlierHasItsTicksOnRoundTimesToo() {
    TimeAxis axis = TimeAxis.between(-250_000_000, 400_000_000);

    assertThat(axis.ticks())
        .containsExactly(
            -200_000_000L,
            -100_000_000L,
            0L,
            100_000_000L,
            200_000_000L,
            300_000_000L,
            400_000_000L);
    assertThat(axis.place(-250_000_000, 650)).isZero();
    assertThat(axis.place(0, 650)).isEqualTo(250);
    assertThat(axis.place(400_000_000, 650)).isEqualTo(650);
  }

  @Test
  void theAxisNeverBeginsAfterTheFirstTask() {
    assertThat(TimeAxis.between(5, 10_000)).isEqualTo(TimeAxis.upTo(10_000));
  }

  @Test
  void valuesAreAsFineAsTheyCanBeDrawn() {
    TimeAxis axis = TimeAxis.upTo(1_200_000_000);

    assertThat(axis.value(30_123_456).toPlainString()).isEqualTo("30.1");
    assertThat(axis.value(200_000_000).toPlainString()).isEqualTo("200");
    assertThat(TimeAxis.upTo(60_000_000_000L).value(1_234_567_890).toPlainString())
        .isEqualTo("1.23");
  }

  @Test
  void anAxisHasALengthEvenWhereNothingRan() {
    assertThat(TimeAxis.upTo(0).endNanos()).isPositive();
    assertThat(TimeAxis.upTo(0).ticks()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 5", "5, 5", "6, 10", "1999, 2000", "2000, 2000", "2001, 5000"})
  void roundTimesAreNotBelow(long nanos, long round) {
    assertThat(TimeAxis.round(nanos)).isEqualTo(round);
  }
}
