package io.github.heddle.trace;

import java.util.OptionalLong;

/// A stretch in which a task was mounted on a thread, and what became of it. Times are nanoseconds.
///
/// @param cpuNanos what the thread ran meanwhile
/// @param readyNanos how long it waited for a core meanwhile, where that can be known
/// @param seenWaiting whether the task was seen to wait without leaving the thread
public record MountUse(
    long startNanos, long endNanos, long cpuNanos, OptionalLong readyNanos, boolean seenWaiting) {
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
    return nanos() < SHORT ? 0 : Math.clamp(readyNanos.orElse(0), 0, nanos() - waiting());
  }

  /// Neither on a core nor waiting for one, and not shown as waiting: in the hands of the JVM or of
  /// the machine. Where waits for a core are not known this cannot be told from them, and counts as
  /// running.
  long stoodStill() {
    return nanos() < SHORT || pinned() || readyNanos.isEmpty() ? 0 : idle();
  }

  private long idle() {
    return Math.max(0, nanos() - cpuNanos - readyNanos.orElse(0));
  }
}
