package io.github.heddle.sampling;

import io.github.heddle.trace.LookLog;
import io.github.heddle.trace.Series;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// A thread that joins a run under way, and where what is seen of it is kept.
///
/// @param task the task it works for now
/// @param looks at its stack
/// @param readings as of one worker
/// @param originNanos from when their times count, by `System.nanoTime`
public record Joining(
    ThreadProbe probe,
    Supplier<OptionalInt> task,
    LookLog looks,
    Series readings,
    long originNanos) {
  /// The thread, for looks at its stack.
  Watched watched() {
    return new WatchedThread(probe, task, looks, originNanos);
  }
}
