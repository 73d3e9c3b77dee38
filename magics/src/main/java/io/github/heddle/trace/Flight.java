package io.github.heddle.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Adds up, bin by bin, how long tasks were in each state. Used by one thread.
final class Flight {
  private final long binNanos;
  private long[] inFlight = new long[0];
  private long[] running = new long[0];
  private long[] ready = new long[0];
  private long[] locked = new long[0];

  Flight(long binNanos) {
    this.binNanos = binNanos;
  }

  long binNanos() {
    return binNanos;
  }

  void inFlight(long[] nanos) {
    inFlight = sum(inFlight, nanos);
  }

  void running(long[] nanos) {
    running = sum(running, nanos);
  }

  void ready(long[] nanos) {
    ready = sum(ready, nanos);
  }

  void locked(long[] nanos) {
    locked = sum(locked, nanos);
  }

  private static long[] sum(long[] one, long[] other) {
    long[] sum = Arrays.copyOf(one, Math.max(one.length, other.length));
    for (int bin = 0; bin < other.length; bin++) {
      sum[bin] += other[bin];
    }
    return sum;
  }

  /// The average number of tasks in each state, bin by bin, up to the end of the run.
  InFlight over(long wallNanos) {
    List<InFlight.Bin> bins = new ArrayList<>();
    for (int bin = 0; bin * binNanos < wallNanos; bin++) {
      long start = bin * binNanos;
      long end = Math.min(wallNanos, start + binNanos);
      bins.add(bin(bin, start, end));
    }
    return new InFlight(binNanos, bins);
  }

  private InFlight.Bin bin(int bin, long start, long end) {
    double length = end - start;
    long waiting = inFlight[bin] - running[bin] - ready[bin] - locked[bin];
    return new InFlight.Bin(
        start,
        end,
        running[bin] / length,
        ready[bin] / length,
        Math.max(0, waiting) / length,
        locked[bin] / length);
  }
}
