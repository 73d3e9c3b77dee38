package io.github.heddle.report;

import java.util.List;

/// What a headline says of runs of the same.
final class Repeated {
  private Repeated() {}

  /// ` (median of 5 runs, 1.02–1.10 s)`, or which run it was that did not go well, or nothing where
  /// there was one.
  ///
  /// @param reported the run that is told of
  static String text(Numbers reported, List<Numbers> measured) {
    if (measured.size() < 2) {
      return "";
    }
    return reported.counts().allDone()
        ? " (median of " + measured.size() + " runs, " + walls(measured) + ")"
        : " (in run " + measured.size() + ")";
  }

  private static String walls(List<Numbers> measured) {
    long[] sorted = measured.stream().mapToLong(Numbers::wallNanos).sorted().toArray();
    return Figures.range(Figures.duration(sorted[0]), Figures.duration(sorted[sorted.length - 1]));
  }
}
