package io.github.heddle.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import io.github.heddle.report.Timing;
import io.github.heddle.report.Timing.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
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

  /// A hundred values from 10 to 11, and three far above them.
  private static final double[] SKEWED =
      DoubleStream.concat(
              IntStream.range(0, 100).mapToDouble(i -> 10 + i / 100.0),
              DoubleStream.of(100, 500, 512))
          .toArray();

  @Test
  void outliersLeaveTheOthersTheirRoomAndAreCountedApart() {
    Histogram histogram = Histogram.of(SKEWED, 10);

    assertThat(histogram.beyond()).hasValue(new Histogram.Beyond(3, 100, 512));
    assertThat(histogram.begin(10)).isCloseTo(10.99, within(1e-9));
    assertThat(histogram.counts()).hasSize(10).allMatch(count -> count >= 9 && count <= 11);
    assertThat(histogram.counts().stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
  }

  @Test
  void whatIsNotFarAboveTheOthersIsInABin() {
    double[] values = IntStream.range(0, 100).mapToDouble(i -> 10 + i / 100.0).toArray();
    values[99] = 12;

    assertThat(Histogram.of(values, 10).beyond()).isEmpty();
  }

  @Test
  void amongEqualValuesSmallDifferencesAreNoOutliers() {
    double[] values = new double[20];
    Arrays.fill(values, 100);
    values[18] = 102;
    values[19] = 200;

    Histogram histogram = Histogram.of(values, 4);
    assertThat(histogram.counts()).containsExactly(18, 0, 0, 1);
    assertThat(histogram.beyond()).hasValue(new Histogram.Beyond(1, 200, 200));
  }

  static final Timing WITH_OUTLIERS =
      Timing.of(Arrays.stream(SKEWED).mapToObj(n -> new Sample(1000, (long) (1000 * n))).toList());

  @Test
  void outliersAreNamedInWordsAndInThePicture() {
    Bundle bundle = TimingPicture.of(WITH_OUTLIERS);

    assertThat(TimingPicture.text(WITH_OUTLIERS))
        .endsWith("    beyond  ██████████ 3 from 100 ns to 512 ns");
    assertThat(TimingPicture.spreadTitle(Histogram.of(WITH_OUTLIERS.counting(), 40)))
        .endsWith(", and 3 from 100 ns to 512 ns (grey)");
    assertThat(new Gson().toJson(bundle.data().get("application/vnd.vegalite.v5+json")))
        .contains("and 3 from 100 ns to 512 ns (grey)", "\"time\":\"100 ns to 512 ns\"");
    assertThat(TimingPicture.text(TIMING)).doesNotContain("beyond");
  }

  @Test
  void coldAndWarmSamplesAreTold() {
    List<TimingPicture.Dot> dots = TimingPicture.dots(TIMING);
    assertThat(dots).hasSize(200);
    assertThat(dots.get(19).counts()).isFalse();
    assertThat(dots.get(20).counts()).isTrue();
  }
}
