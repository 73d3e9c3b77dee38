package io.github.heddle.trace;

import java.util.List;
import java.util.OptionalDouble;

/// How busy each core was, in equal stretches of time.
///
/// @param cores the operating system's numbers of the cores, in order
/// @param binNanos how long a stretch lasts
/// @param bins in no particular order; a core without a bin at a time was not used then
/// @param ownMeasured whether it could be told what this run used of a core: else that is part of
///   `other`
public record CoreUse(List<Integer> cores, long binNanos, List<Bin> bins, boolean ownMeasured) {
  public CoreUse {
    cores = List.copyOf(cores);
    bins = List.copyOf(bins);
  }

  /// How many cores, on average over the run, ran anything else on the machine; empty where there
  /// is no bin, and where this run cannot be told from the others.
  public OptionalDouble busyWithOthers() {
    long to = bins.stream().mapToLong(Bin::endNanos).max().orElse(0);
    double nanos =
        bins.stream()
            .filter(bin -> bin.startNanos >= 0)
            .mapToDouble(bin -> bin.other * (bin.endNanos - bin.startNanos))
            .sum();
    return to > 0 && ownMeasured ? OptionalDouble.of(nanos / to) : OptionalDouble.empty();
  }

  /// One core over one stretch of time.
  ///
  /// @param core the operating system's number
  /// @param startNanos since the first task was submitted
  /// @param own the share of the stretch, 0 to 1, in which the core ran threads of this run
  /// @param other the share in which it ran anything else on the machine
  public record Bin(int core, long startNanos, long endNanos, double own, double other) {}
}
