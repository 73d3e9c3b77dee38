package io.github.heddle.sampling;

/// Tells whether a thread has a core at this moment.
public final class OnCore {
  private OnCore() {}

  /// Of a thread on a core, CPU time goes on from one reading to the next; it is exact to some
  /// nanoseconds, and a reading takes longer. A microsecond or two.
  ///
  /// @param threadId of a platform thread
  public static boolean now(long threadId) {
    long first = ThreadMeter.threads().getThreadCpuTime(threadId);
    return first >= 0 && since(threadId, first);
  }

  /// The same where it was read a moment ago.
  ///
  /// @param cpuNanos the thread's CPU time then
  static boolean since(long threadId, long cpuNanos) {
    return ThreadMeter.threads().getThreadCpuTime(threadId) > cpuNanos;
  }
}
