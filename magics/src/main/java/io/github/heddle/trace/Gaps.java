package io.github.heddle.trace;

import java.util.Comparator;
import java.util.List;

/// The time of a lane in which no task is shown.
final class Gaps {
  private final List<Slice> shown;

  Gaps(List<Slice> slices, int lane) {
    this.shown =
        slices.stream()
            .filter(slice -> slice.lane() == lane && slice.nanos() > 0)
            .sorted(Comparator.comparingLong(Slice::startNanos))
            .toList();
  }

  /// Adds what lies in gaps. Where tasks were folded into one slice, what is between them has no
  /// place.
  ///
  /// @param candidates in order
  void fill(List<Slice> candidates, List<Slice> filled) {
    int next = 0;
    long free = Long.MIN_VALUE;
    for (Slice candidate : candidates) {
      while (next < shown.size() && shown.get(next).endNanos() <= candidate.startNanos()) {
        next++;
      }
      boolean fits = next == shown.size() || shown.get(next).startNanos() >= candidate.endNanos();
      if (fits && candidate.startNanos() >= free) {
        filled.add(candidate);
        free = candidate.endNanos();
      }
    }
  }
}
