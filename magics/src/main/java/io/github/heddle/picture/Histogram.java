package io.github.heddle.picture;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How many of many values lie where. Of the highest twentieth it shows none that is more than
/// twice the distance from the median to where they begin.
///
/// @param from where the first bin begins
/// @param width of one bin, in the unit of the values
/// @param counts of each bin
record Histogram(double from, double width, List<Integer> counts) {
  static Histogram of(double[] values, int bins) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double from = sorted[0];
    double median = sorted[sorted.length / 2];
    double high = sorted[(int) Math.ceil(0.95 * (sorted.length - 1))];
    double to = Math.min(sorted[sorted.length - 1], median + 3 * (high - median));
    double width = to > from ? (to - from) / bins : Math.max(1e-3, from / 100);
    int[] counts = new int[bins];
    Arrays.stream(sorted)
        .filter(value -> value <= to)
        .forEach(value -> counts[Math.min(bins - 1, (int) ((value - from) / width))]++);
    return new Histogram(from, width, IntStream.of(counts).boxed().toList());
  }

  /// Where a bin begins.
  double begin(int bin) {
    return from + bin * width;
  }

  /// The highest count.
  int most() {
    return counts.stream().mapToInt(Integer::intValue).max().orElse(0);
  }
}
