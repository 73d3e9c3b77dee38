package io.github.heddle.sampling;

/// What something that is done again and again costs now. The first times are dear in a JVM that
/// has not done it before, and any time may be disturbed: the cheapest of the last few times is
/// what the next ones will cost. Pure; in nanoseconds.
final class RecentCosts {
  private static final int KEPT = 8;

  private final long[] last = new long[KEPT];
  private int count;

  /// It was done once more.
  void add(long nanos) {
    last[count % KEPT] = nanos;
    count++;
  }

  /// The cheapest of the last few times; 0 where it was not done yet.
  long cheapest() {
    int known = Math.min(count, KEPT);
    long cheapest = known == 0 ? 0 : last[0];
    for (int i = 1; i < known; i++) {
      cheapest = Math.min(cheapest, last[i]);
    }
    return cheapest;
  }
}
