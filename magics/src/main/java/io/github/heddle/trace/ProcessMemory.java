package io.github.heddle.trace;

import java.util.List;
import java.util.OptionalLong;

/// The memory of one process over time or, where one ended and another took over, of the processes
/// of one lane.
///
/// @param name as shown
/// @param peakResidentBytes the largest resident set that it had during the run, as far as known
/// @param readings in order, times since the first task was submitted
public record ProcessMemory(
    String name, OptionalLong peakResidentBytes, List<MemoryReading> readings) {
  public ProcessMemory {
    readings = List.copyOf(readings);
  }
}
