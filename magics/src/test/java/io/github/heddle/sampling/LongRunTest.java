package io.github.heddle.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.trace.Samples.Column;
import io.github.heddle.trace.Series;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is kept of the samples of an hour, by a clock that the test turns.
class LongRunTest {
  private static final long HOUR = 3_600_000_000_000L;
  private static final long MEGABYTE = 1_000_000;

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 64, 1000})
  void samplesOfAnHourAreBoundedAndAddUp(int threads) {
    Pace pace = new Pace(8);
    Series series = WorkerSampling.seriesOf(threads);
    long[] row = new long[Column.count(threads)];
    long now = 0;
    while (now < HOUR) {
      pace.sampled(50_000);
      long step = pace.next(now, threads);
      now += step;
      row[Column.CPU.of(threads - 1)] += step;
      if (series.add(now, row)) {
        pace.halve();
      }
    }

    assertThat(8L * series.size() * (series.columns() + 1)).isLessThan(20 * MEGABYTE);
    assertThat(series.size()).as("a picture has fewer columns").isGreaterThan(150);
    assertThat(series.value(series.size() - 1, Column.CPU.of(threads - 1))).isEqualTo(now);
    assertThat(series.at(Column.CPU.of(threads - 1), HOUR / 2))
        .isBetween(HOUR / 2 - HOUR / 100, HOUR / 2 + HOUR / 100);
  }
}
