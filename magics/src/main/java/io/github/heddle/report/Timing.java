package io.github.heddle.report;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// How long one run of a piece of code takes, from many samples of several runs each.
///
/// It has settled at the first sample that is within a tenth of the median of the last half, as is
/// the median of the five from it on. Where that is in the last half itself, it has not settled.
///
/// @param samples in the order in which they were taken, at least one
/// @param settled the index of the first sample that counts
public record Timing(List<Sample> samples, OptionalInt settled) {
  private static final int WINDOW = 5;
  private static final double TOLERANCE = 0.1;

  /// Several runs one after the other.
  ///
  /// @param runs how many, at least one
  /// @param nanos how long all of them took
  public record Sample(long runs, long nanos) {
    /// Of one run, in nanoseconds.
    public double perRun() {
      return (double) nanos / runs;
    }
  }

  public Timing {
    samples = List.copyOf(samples);
  }

  /// Finds out where it settled.
  public static Timing of(List<Sample> samples) {
    double[] perRun = samples.stream().mapToDouble(Sample::perRun).toArray();
    int half = perRun.length / 2;
    double level = median(Arrays.copyOfRange(perRun, half, perRun.length));
    OptionalInt settled =
        IntStream.rangeClosed(0, Math.min(half, perRun.length - WINDOW))
            .filter(i -> near(perRun[i], level))
            .filter(i -> near(median(Arrays.copyOfRange(perRun, i, i + WINDOW)), level))
            .findFirst();
    return new Timing(samples, settled);
  }

  private static boolean near(double nanos, double level) {
    return Math.abs(nanos - level) <= TOLERANCE * level;
  }

  private static double median(double[] values) {
    return quantile(values, 0.5);
  }

  private static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  /// The samples that count, in nanoseconds for one run: those from where it settled; all of them
  /// where it did not.
  public double[] counting() {
    return samples.stream().skip(settled.orElse(0)).mapToDouble(Sample::perRun).toArray();
  }

  /// Nanoseconds of one run, of the samples that count: that share of them took no longer.
  public double quantile(double share) {
    return quantile(counting(), share);
  }

  /// How many runs there were before it settled.
  public long runsBefore() {
    return samples.stream().limit(settled.orElse(0)).mapToLong(Sample::runs).sum();
  }

  /// How long the runs took before it settled, in nanoseconds.
  public long nanosBefore() {
    return samples.stream().limit(settled.orElse(0)).mapToLong(Sample::nanos).sum();
  }

  /// All runs.
  public long runs() {
    return samples.stream().mapToLong(Sample::runs).sum();
  }

  /// What is to be said above the picture: `12.3 ns for one run`.
  public String headline() {
    return text(quantile(0.5)) + " for one run (median)";
  }

  /// What is to be said under it.
  public List<String> lines() {
    String spread =
        "8 of 10 took %s to %s, of the %s that count; %s and %s in all"
            .formatted(
                text(quantile(0.1)),
                text(quantile(0.9)),
                Figures.count(counting().length, "sample"),
                Figures.count(samples.size(), "sample"),
                Figures.count(runs(), "run"));
    return List.of(spread, settling());
  }

  private String settling() {
    String first = "the first run took " + text(samples.getFirst().perRun());
    if (samples.size() < 2 * WINDOW) {
      return "too few samples to tell whether it settled; " + first;
    }
    if (settled.isEmpty()) {
      return "it has not settled: times still changed in the second half; " + first;
    }
    return runsBefore() == 0
        ? "it was settled from the beginning; " + first
        : "settled after %s and %s; %s"
            .formatted(Figures.count(runsBefore(), "run"), Figures.duration(nanosBefore()), first);
  }

  /// Nanoseconds with three digits, also where there is less than one.
  public static String text(double nanos) {
    return nanos < 999.5 ? Figures.number(nanos) + " ns" : Figures.duration(Math.round(nanos));
  }
}
