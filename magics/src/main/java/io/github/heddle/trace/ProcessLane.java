package io.github.heddle.trace;

import java.util.List;
import java.util.OptionalLong;

/// What was recorded of one lane of worker processes: mostly one process, more where one ended and
/// another took over. Times are those of one clock.
///
/// @param used by all of its processes
/// @param starting when processes were started and made ready
/// @param body what the bodies of its tasks used
/// @param rows samples of the threads that ran tasks, in order
/// @param readyKnown whether waits for a core could be read
/// @param residentBytes the largest resident set of a process seen
/// @param replacements its processes that ended and in whose place another was started
public record ProcessLane(
    Lane lane,
    Usage used,
    List<Span> starting,
    BodyUse body,
    List<ThreadRow> rows,
    boolean readyKnown,
    OptionalLong residentBytes,
    List<Replacement> replacements) {
  public ProcessLane {
    starting = List.copyOf(starting);
    rows = List.copyOf(rows);
    replacements = List.copyOf(replacements);
  }

  /// A stretch of time.
  public record Span(long fromNanos, long toNanos) {}

  WorkerUse use() {
    Usage nothing =
        new Usage(
            OptionalLong.of(0),
            OptionalLong.of(0),
            OptionalLong.of(0),
            OptionalLong.of(0),
            OptionalLong.of(0));
    return new WorkerUse(lane, nothing, used);
  }
}
