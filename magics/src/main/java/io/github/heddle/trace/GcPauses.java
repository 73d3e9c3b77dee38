package io.github.heddle.trace;

/// How often and for how long the garbage collector stopped all threads. A task that would have run
/// meanwhile counts as waiting.
public record GcPauses(long count, long nanos) {
  /// How long tasks waited for it, all together, at most: each of those under way for as long as a
  /// pause lasted.
  ///
  /// @param waitingNanos how long they waited for anything
  /// @param totalNanos how long they were under way, all together
  public long inTasks(long waitingNanos, long totalNanos, long wallNanos) {
    double underWay = totalNanos / (double) Math.max(1, wallNanos);
    return Math.min(waitingNanos, Math.round(nanos * underWay));
  }
}
