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
/// @param residentBytes the largest resident set of a process during the run
/// @param memory readings of its processes, in order
/// @param looks at the stacks of those threads, in order
/// @param samplerNanos CPU time that the sampling took in its processes, from the first task of
///   each
/// @param replacements its processes that ended and in whose place another was started
public record ProcessLane(
    Lane lane,
    Usage used,
    List<Span> starting,
    BodyUse body,
    List<ThreadRow> rows,
    boolean readyKnown,
    OptionalLong residentBytes,
    List<MemoryReading> memory,
    List<Look> looks,
    long samplerNanos,
    List<Replacement> replacements) {
  public ProcessLane {
    starting = List.copyOf(starting);
    rows = List.copyOf(rows);
    memory = List.copyOf(memory);
    looks = List.copyOf(looks);
    replacements = List.copyOf(replacements);
  }

  /// A stretch of time.
  public record Span(long fromNanos, long toNanos) {}

  /// The memory of its processes.
  ///
  /// @param originNanos the moment that times are counted from
  ProcessMemory memory(long originNanos) {
    return new ProcessMemory(
        lane.name(),
        residentBytes,
        memory.stream().map(reading -> reading.shifted(-originNanos)).toList());
  }

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
