package io.github.heddle.model;

import io.github.heddle.trace.MountUse;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Sees where in the cell a task is that keeps its carrier for long. The carrier says what is
/// mounted, another thread looks.
final class HoldWatch {
  /// Shorter mounts are nobody's concern.
  static final long LONG = 10_000_000;

  private static final Pattern CELL = Pattern.compile("cell \\d+");

  private volatile @Nullable Mounted mounted;
  private volatile @Nullable Seen seen;

  private record Mounted(long sinceNanos, Strand strand) {}

  private record Seen(long sinceNanos, Optional<String> place) {}

  /// By the carrier.
  void mounted(long nanos, Strand strand) {
    mounted = new Mounted(nanos, strand);
  }

  /// By the carrier.
  void unmounted() {
    mounted = null;
  }

  /// By the one that looks: once for each mount, when it has lasted for long.
  void glance(long nanos) {
    Mounted now = mounted;
    Seen before = seen;
    if (now != null
        && nanos - now.sinceNanos >= LONG
        && (before == null || before.sinceNanos != now.sinceNanos)) {
      seen = new Seen(now.sinceNanos, place(now.strand.thread()));
    }
  }

  private static Optional<String> place(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .filter(frame -> frame.getFileName() != null && CELL.matcher(frame.getFileName()).matches())
        .map(frame -> frame.getFileName() + ", line " + frame.getLineNumber())
        .findFirst();
  }

  /// Where the task was during that mount, where it was seen.
  Optional<String> placeSince(MountUse use) {
    Seen last = seen;
    return last != null && last.sinceNanos == use.startNanos() ? last.place : Optional.empty();
  }
}
