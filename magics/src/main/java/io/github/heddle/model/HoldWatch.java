package io.github.heddle.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Sees where in the cell a task is that keeps its carrier for long. The carrier says what is
/// mounted, another thread looks.
final class HoldWatch {
  /// Shorter mounts are nobody's concern.
  static final long LONG = 10_000_000;

  private static final Pattern CELL = Pattern.compile("(?:.+, )?cell \\d+");

  private volatile @Nullable Mounted mounted;
  private volatile @Nullable Seen seen;

  private record Mounted(long sinceNanos, Ready ready) {}

  /// @param looks how often the mount was looked at
  private record Seen(long sinceNanos, int looks, boolean waits, Optional<String> place) {}

  /// By the carrier.
  void mounted(long nanos, Ready ready) {
    mounted = new Mounted(nanos, ready);
  }

  /// By the carrier.
  void unmounted() {
    mounted = null;
  }

  /// By the one that looks: at each mount that lasts, in longer and longer intervals.
  void glance(long nanos) {
    Mounted now = mounted;
    if (now != null) {
      Seen last = seen;
      Seen before =
          last != null && last.sinceNanos == now.sinceNanos
              ? last
              : new Seen(now.sinceNanos, 0, false, Optional.empty());
      if (nanos - now.sinceNanos >= LONG << Math.min(before.looks, 30)) {
        seen = now.ready.thread().map(thread -> look(thread, before)).orElse(before);
      }
    }
  }

  private static Seen look(Thread thread, Seen before) {
    StackTraceElement[] frames = thread.getStackTrace();
    return new Seen(
        before.sinceNanos,
        before.looks + 1,
        before.waits || waits(thread, frames),
        place(frames).or(before::place));
  }

  /// Seen from outside, a thread that is about to leave its carrier waits already: only one that
  /// waits in code of the system cannot leave.
  private static boolean waits(Thread thread, StackTraceElement[] frames) {
    return thread.getState() == Thread.State.BLOCKED
        || (frames.length > 0 && frames[0].isNativeMethod() && blocks(frames[0]));
  }

  private static boolean blocks(StackTraceElement frame) {
    String type = frame.getClassName();
    return type.startsWith("java.io.")
        || type.startsWith("java.net.")
        || type.startsWith("sun.nio.")
        || (type.equals("jdk.internal.misc.Unsafe") && frame.getMethodName().equals("park"))
        || (type.equals("java.lang.Object") && frame.getMethodName().startsWith("wait"));
  }

  private static Optional<String> place(StackTraceElement[] frames) {
    return Arrays.stream(frames)
        .filter(frame -> frame.getFileName() != null && CELL.matcher(frame.getFileName()).matches())
        .map(frame -> frame.getFileName() + ", line " + frame.getLineNumber())
        .findFirst();
  }

  /// Whether the task was seen to wait during the mount that began then.
  boolean waitedSince(long startNanos) {
    Seen last = seen;
    return last != null && last.sinceNanos == startNanos && last.waits;
  }

  /// Where the task was during that mount, if it was seen.
  Optional<String> placeSince(long startNanos) {
    Seen last = seen;
    return last != null && last.sinceNanos == startNanos ? last.place : Optional.empty();
  }
}
