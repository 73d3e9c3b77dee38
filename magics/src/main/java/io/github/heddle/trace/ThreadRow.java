package io.github.heddle.trace;

import java.util.OptionalInt;

/// One sample of the thread that runs tasks in a worker process; all amounts in nanoseconds since
/// the thread was started.
///
/// @param nanos when
/// @param core the core the thread ran on last
public record ThreadRow(
    long nanos, long cpuNanos, long readyNanos, long lockedNanos, OptionalInt core) {
  /// The same with its time by another clock, and with waits for locks of earlier threads.
  public ThreadRow shifted(long offsetNanos, long moreLockedNanos) {
    return new ThreadRow(
        nanos + offsetNanos, cpuNanos, readyNanos, lockedNanos + moreLockedNanos, core);
  }
}
