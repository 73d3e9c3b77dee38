package io.github.heddle.trace;

import java.util.List;

/// How busy each core was, in equal stretches of time.
///
/// @param cores the operating system's numbers of the cores, in order
/// @param binNanos how long a stretch lasts
/// @param bins in no particular order; a core without a bin at a time was not used then
public record CoreUse(List<Integer> cores, long binNanos, List<Bin> bins) {
  public CoreUse {
    cores = List.copyOf(cores);
    bins = List.copyOf(bins);
  }

  /// One core over one stretch of time.
  ///
  /// @param core the operating system's number
  /// @param startNanos since the first task was submitted
  /// @param own the share of the stretch, 0 to 1, in which the core ran threads of this run
  /// @param other the share in which it ran anything else on the machine
  public record Bin(int core, long startNanos, long endNanos, double own, double other) {}
}
