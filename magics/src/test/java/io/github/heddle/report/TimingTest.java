package io.github.heddle.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.report.Timing.Sample;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimingTest {
  @Test
  void itSettlesWhereTheLevelIsReached() {
    Timing timing = Timing.of(coldThenWarm());

    assertThat(timing.settled()).hasValue(20);
    assertThat(timing.quantile(0.5)).isEqualTo(10.0);
    assertThat(timing.runsBefore()).isEqualTo(20_000);
    assertThat(timing.nanosBefore()).isEqualTo(20L * 500_000);
    assertThat(timing.runs()).isEqualTo(120_000);
    assertThat(timing.headline()).isEqualTo("10.0 ns for one run (median)");
    assertThat(timing.lines().getFirst())
        .isEqualTo(
            "8 of 10 took 10.0 ns to 10.0 ns, of the 100 samples that count;"
                + " 120 samples and 120,000 runs in all");
    assertThat(timing.lines().getLast())
        .isEqualTo("settled after 20,000 runs and 10.0 ms; the first run took 500" + " ns");
  }

  @Test
  void oneSlowSampleChangesNothing() {
    List<Sample> samples =
        IntStream.range(0, 100)
            .mapToObj(i -> new Sample(1000, i == 60 ? 900_000 : 10_000))
            .toList();
    Timing timing = Timing.of(samples);

    assertThat(timing.settled()).hasValue(0);
    assertThat(timing.quantile(0.5)).isEqualTo(10.0);
    assertThat(timing.quantile(1)).isEqualTo(900.0);
  }

  @Test
  void whatKeepsChangingHasNotSettled() {
    Timing timing =
        Timing.of(IntStream.range(0, 100).mapToObj(i -> new Sample(1, 1000L << (i / 4))).toList());

    assertThat(timing.settled()).isEmpty();
    assertThat(timing.lines().getLast()).contains("has not settled");
    assertThat(timing.counting()).hasSize(100);
  }

  @Test
  void oneSampleIsTooFewToTell() {
    Timing timing = Timing.of(List.of(new Sample(1, 2_000_000_000L)));

    assertThat(timing.headline()).isEqualTo("2.00 s for one run (median)");
    assertThat(timing.lines().getLast()).contains("too few samples");
  }

  private static List<Sample> coldThenWarm() {
    return Stream.concat(
            Stream.generate(() -> new Sample(1000, 500_000)).limit(20),
            Stream.generate(() -> new Sample(1000, 10_000)).limit(100))
        .toList();
  }
}
