package io.github.heddle.picture;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// How many of many values lie where. Few values that lie far above the others would leave these
/// one bin: what is beyond Tukey's outer fence, the third quartile and three times the distance
/// between the quartiles, is counted apart (J. W. Tukey, Exploratory Data Analysis, 1977, section
/// 2D).
///
/// @param from where the first bin begins
/// @param width of one bin, in the unit of the values
/// @param counts of each bin
/// @param beyond the values above the last bin, where there are some
record Histogram(double from, double width, List<Integer> counts, Optional<Beyond> beyond) {
  private static final double FENCE = 3;

  /// Where more than half of the values are the same, so many hundredths of the median are no
  /// distance yet.
  private static final double LEAST_DISTANCE = 0.01;

  /// Values above the last bin.
  ///
  /// @param least the lowest of them
  /// @param most the highest
  record Beyond(int count, double least, double most) {}

  static Histogram of(double[] values, int bins) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double from = sorted[0];
    double fence = fence(sorted);
    int inside = (int) Arrays.stream(sorted).filter(value -> value <= fence).count();
    double to = sorted[inside - 1];
    double width = to > from ? (to - from) / bins : Math.max(1e-3, from / 100);
    int[] counts = new int[bins];
    Arrays.stream(sorted)
        .limit(inside)
        .forEach(value -> counts[Math.min(bins - 1, (int) ((value - from) / width))]++);
    return new Histogram(
        from, width, IntStream.of(counts).boxed().toList(), beyond(sorted, inside));
  }

  private static double fence(double[] sorted) {
    double third = quantile(sorted, 0.75);
    double distance = third - quantile(sorted, 0.25);
    return third + FENCE * Math.max(distance, LEAST_DISTANCE * quantile(sorted, 0.5));
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  private static Optional<Beyond> beyond(double[] sorted, int inside) {
    return inside == sorted.length
        ? Optional.empty()
        : Optional.of(
            new Beyond(sorted.length - inside, sorted[inside], sorted[sorted.length - 1]));
  }

  /// Where a bin begins.
  double begin(int bin) {
    return from + bin * width;
  }

  /// The highest count, of those beyond, too.
  int most() {
    int inside = counts.stream().mapToInt(Integer::intValue).max().orElse(0);
    return Math.max(inside, beyond.map(Beyond::count).orElse(0));
  }
}
