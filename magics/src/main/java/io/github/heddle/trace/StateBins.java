package io.github.heddle.trace;

import java.util.Arrays;

/// How many tasks were in a state over time, as the time they spent in it in each of a number of
/// equal bins. Adding a stretch of any length takes the same short time. The bins widen as the run
/// goes on. Written by one thread at a time; times are nanoseconds since the first task was
/// submitted.
final class StateBins {
  private static final int BINS = 512;
  private static final long FINEST = 1 << 16;

  /// Nanoseconds from stretches that cover only a part of the bin.
  private final long[] partial;

  /// How many stretches begin or end to cover whole bins at this one.
  private final int[] change;

  private long width;

  /// No time.
  StateBins() {
    this(new long[BINS], new int[BINS + 1], FINEST);
  }

  private StateBins(long[] partial, int[] change, long width) {
    this.partial = partial;
    this.change = change;
    this.width = width;
  }

  /// The same as it is now.
  StateBins copy() {
    return new StateBins(partial.clone(), change.clone(), width);
  }

  /// A stretch that one task spent in the state.
  void add(long fromNanos, long toNanos) {
    long from = Math.max(0, fromNanos);
    if (toNanos <= from) {
      return;
    }
    widenFor(toNanos);
    int first = (int) (from / width);
    int last = (int) ((toNanos - 1) / width);
    if (first == last) {
      partial[first] += toNanos - from;
    } else {
      partial[first] += (first + 1) * width - from;
      partial[last] += toNanos - last * width;
      change[first + 1]++;
      change[last]--;
    }
  }

  /// How long a bin is now.
  long width() {
    return width;
  }

  /// The time spent in the state in each bin of that width, which is this one's or a power of two
  /// times it.
  long[] nanos(long wider) {
    long[] fine = settled();
    int factor = (int) (wider / width);
    long[] nanos = new long[BINS];
    for (int bin = 0; bin < BINS; bin++) {
      nanos[bin / factor] += fine[bin];
    }
    return nanos;
  }

  private void widenFor(long moment) {
    while (moment > BINS * width) {
      long[] nanos = nanos(2 * width);
      System.arraycopy(nanos, 0, partial, 0, BINS);
      Arrays.fill(change, 0);
      width *= 2;
    }
  }

  private long[] settled() {
    long[] nanos = partial.clone();
    long covering = 0;
    for (int bin = 0; bin < BINS; bin++) {
      covering += change[bin];
      nanos[bin] += covering * width;
    }
    return nanos;
  }
}
