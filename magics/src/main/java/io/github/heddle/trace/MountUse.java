package io.github.heddle.trace;

/// A stretch in which a task was mounted on a thread, and what became of it: on a core, ready but
/// without one, or neither, which is waiting with the thread held. Times are nanoseconds.
///
/// @param cpuNanos what the thread ran meanwhile
/// @param readyNanos how long it waited for a core meanwhile
public record MountUse(long startNanos, long endNanos, long cpuNanos, long readyNanos) {
  /// In shorter stretches the clocks are too coarse to tell running from anything else.
  public static final long SHORT = 1_000_000;

  /// Less than this share is not told apart from running.
  private static final int SHARE = 10;

  /// The same up to an earlier moment.
  public MountUse until(long nanos) {
    return new MountUse(startNanos, Math.clamp(nanos, startNanos, endNanos), cpuNanos, readyNanos);
  }

  /// How long it lasted.
  public long nanos() {
    return endNanos - startNanos;
  }

  /// On a core.
  public long running() {
    long ran = Math.clamp(cpuNanos, 0, nanos());
    return nanos() < SHORT || nanos() - ran < nanos() / SHARE ? nanos() : ran;
  }

  /// Ready, but without a core.
  public long ready() {
    return Math.clamp(readyNanos, 0, nanos() - running());
  }

  /// Waiting with the thread held.
  public long waiting() {
    return nanos() - running() - ready();
  }

  /// Whether the task mostly waited and could not leave its thread meanwhile.
  public boolean pinned() {
    return waiting() > nanos() / 2;
  }
}
