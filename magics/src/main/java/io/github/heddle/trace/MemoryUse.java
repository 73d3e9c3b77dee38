package io.github.heddle.trace;

import java.util.List;
import java.util.stream.Stream;

/// How much memory the processes of a run had over time.
///
/// @param processes the one that led the run first, then worker processes by lane
public record MemoryUse(List<ProcessMemory> processes) {
  /// Nobody looked.
  public static final MemoryUse UNKNOWN = new MemoryUse(List.of());

  /// What the process is called that leads runs.
  private static final String LEADER = "kernel";

  public MemoryUse {
    processes = List.copyOf(processes);
  }

  /// The process that led a run.
  static MemoryUse of(Samples samples) {
    return samples.memory().isEmpty()
        ? UNKNOWN
        : new MemoryUse(
            List.of(new ProcessMemory(LEADER, samples.peakResidentBytes(), samples.memory())));
  }

  /// The same with worker processes.
  ///
  /// @param originNanos when the first task was submitted, by the clock of the lanes
  MemoryUse with(List<ProcessLane> lanes, long originNanos) {
    Stream<ProcessMemory> workers = lanes.stream().map(lane -> lane.memory(originNanos));
    return new MemoryUse(Stream.concat(processes.stream(), workers).toList());
  }
}
