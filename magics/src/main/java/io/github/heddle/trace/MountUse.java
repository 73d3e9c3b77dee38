package io.github.heddle.trace;

/// A stretch in which a task was mounted on a thread, and what became of it. Times are nanoseconds.
///
/// @param cpuNanos what the thread ran meanwhile
/// @param readyNanos how long it waited for a core meanwhile
/// @param seenWaiting whether the task was seen to wait without leaving the thread
public record MountUse(
    long startNanos, long endNanos, long cpuNanos, long readyNanos, boolean seenWaiting) {
  /// In shorter stretches the clocks are too coarse to tell running from anything else.
  public static final long SHORT = 1_000_000;

  /// The same up to an earlier moment.
  public MountUse until(long nanos) {
    long end = Math.clamp(nanos, startNanos, endNanos);
    return new MountUse(startNanos, end, cpuNanos, readyNanos, seenWaiting);
  }

  /// How long it lasted.
  public long nanos() {
    return endNanos - startNanos;
  }

  /// Whether the task mostly waited and could not leave its thread meanwhile.
  public boolean pinned() {
    return seenWaiting && idle() > nanos() / 2;
  }

  /// Waiting with the thread held, as it is shown.
  long waiting() {
    return pinned() ? idle() : 0;
  }

  /// Ready, but without a core.
  long withoutCore() {
    return nanos() < SHORT ? 0 : Math.clamp(readyNanos, 0, nanos() - waiting());
  }

  /// Neither on a core nor waiting for one, and not shown as waiting: in the hands of the JVM or of
  /// the machine.
  long stoodStill() {
    return nanos() < SHORT || pinned() ? 0 : idle();
  }

  private long idle() {
    return Math.max(0, nanos() - cpuNanos - readyNanos);
  }
}
