package io.github.heddle.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.report.Timing;
import io.github.heddle.report.Timing.Sample;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimingPictureTest {
  static final Timing TIMING =
      Timing.of(
          IntStream.range(0, 200)
              .mapToObj(i -> new Sample(1000, (i < 20 ? 500_000 : 10_000) + 10L * (i % 10)))
              .toList());

  @Test
  void theBundleHasThePictureInThreeTypes() {
    Bundle bundle = TimingPicture.of(TIMING);

    assertThat(bundle.data())
        .containsOnlyKeys("application/vnd.vegalite.v5+json", "image/png", "text/plain");
    assertThat(bundle.data().get("text/plain")).asString().startsWith("10.1 ns for one run");
    Map<?, ?> spec =
        (Map<?, ?>) Objects.requireNonNull(bundle.data().get("application/vnd.vegalite.v5+json"));
    assertThat((List<?>) Objects.requireNonNull(spec.get("vconcat"))).hasSize(2);
  }

  @Test
  void allSamplesThatCountAreInABin() {
    Histogram histogram = Histogram.of(new double[] {1, 2, 3, 4, 4, 4, 5}, 4);

    assertThat(histogram.counts().stream().mapToInt(Integer::intValue).sum()).isEqualTo(7);
    assertThat(histogram.most()).isEqualTo(4);
    assertThat(histogram.begin(0)).isEqualTo(1);
  }

  @Test
  void equalValuesAreOneBin() {
    assertThat(Histogram.of(new double[] {7, 7, 7}, 4).counts()).containsExactly(3, 0, 0, 0);
  }

  @Test
  void coldAndWarmSamplesAreTold() {
    List<TimingPicture.Dot> dots = TimingPicture.dots(TIMING);
    assertThat(dots).hasSize(200);
    assertThat(dots.get(19).counts()).isFalse();
    assertThat(dots.get(20).counts()).isTrue();
  }
}
