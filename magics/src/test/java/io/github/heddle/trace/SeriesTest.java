package io.github.heddle.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeriesTest {
  @Test
  void betweenRowsValuesFollowAStraightLine() {
    Series series = new Series(2, 9);
    series.add(100, new long[] {0, 7});
    series.add(200, new long[] {50, 7});

    assertThat(series.at(0, 150)).isEqualTo(25);
    assertThat(series.at(1, 150)).isEqualTo(7);
    assertThat(series.at(0, 10)).isZero();
    assertThat(series.at(0, 900)).isEqualTo(50);
  }

  @Test
  void timesAreCountedFromAnotherMoment() {
    Series series = new Series(1, 9);
    series.add(100, new long[] {0});
    series.add(200, new long[] {50});

    assertThat(series.since(100).nanos(1)).isEqualTo(100);
    assertThat(series.since(100).at(0, 50)).isEqualTo(25);
  }

  @Test
  void anHourIsKeptInFewRowsAndNoAmountIsLost() {
    Series series = new Series(1, 101);
    int thinned = 0;
    for (int row = 0; row <= 720_000; row++) {
      thinned += series.add(row * 5L, new long[] {row * 2L}) ? 1 : 0;
    }

    assertThat(series.size()).isLessThanOrEqualTo(101);
    assertThat(thinned).isGreaterThan(5);
    assertThat(series.at(0, 0)).isZero();
    assertThat(series.at(0, 3_600_000)).isEqualTo(1_440_000);
    assertThat(series.at(0, 1_800_000)).isEqualTo(720_000);
  }

  @Test
  void withoutRowsEverythingIsZero() {
    assertThat(new Series(1, 9).at(0, 5)).isZero();
  }
}
