package io.github.heddle.trace;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// What a thread has used since it was started. What cannot be read here is empty.
///
/// @param readyNanos how long it waited for a core
/// @param helpersNanos which part of its CPU time is that of other threads
public record Usage(
    OptionalLong cpuNanos,
    OptionalLong readyNanos,
    OptionalLong allocatedBytes,
    OptionalLong voluntarySwitches,
    OptionalLong involuntarySwitches,
    long helpersNanos) {
  /// What one thread used.
  public Usage(
      OptionalLong cpuNanos,
      OptionalLong readyNanos,
      OptionalLong allocatedBytes,
      OptionalLong voluntarySwitches,
      OptionalLong involuntarySwitches) {
    this(cpuNanos, readyNanos, allocatedBytes, voluntarySwitches, involuntarySwitches, 0);
  }

  /// Nothing could be read.
  public static final Usage UNKNOWN =
      new Usage(
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty());

  /// What was used between an earlier reading and this one.
  public Usage minus(Usage earlier) {
    return new Usage(
        difference(cpuNanos, earlier.cpuNanos),
        difference(readyNanos, earlier.readyNanos),
        difference(allocatedBytes, earlier.allocatedBytes),
        difference(voluntarySwitches, earlier.voluntarySwitches),
        difference(involuntarySwitches, earlier.involuntarySwitches),
        helpersNanos - earlier.helpersNanos);
  }

  /// The same with the CPU time of other threads, where its own is known.
  public Usage withMoreCpu(long nanos) {
    return new Usage(
        cpuNanos.isPresent() ? OptionalLong.of(cpuNanos.getAsLong() + nanos) : cpuNanos,
        readyNanos,
        allocatedBytes,
        voluntarySwitches,
        involuntarySwitches,
        helpersNanos + nanos);
  }

  /// All together; what is known of none is empty.
  public static Usage sum(List<Usage> all) {
    return new Usage(
        sum(all.stream().map(Usage::cpuNanos)),
        sum(all.stream().map(Usage::readyNanos)),
        sum(all.stream().map(Usage::allocatedBytes)),
        sum(all.stream().map(Usage::voluntarySwitches)),
        sum(all.stream().map(Usage::involuntarySwitches)),
        all.stream().mapToLong(Usage::helpersNanos).sum());
  }

  private static OptionalLong difference(OptionalLong later, OptionalLong earlier) {
    return later.isPresent() && earlier.isPresent()
        ? OptionalLong.of(later.getAsLong() - earlier.getAsLong())
        : OptionalLong.empty();
  }

  /// The sum of the amounts that are known; empty where none is.
  static OptionalLong sum(Stream<OptionalLong> amounts) {
    return amounts
        .filter(OptionalLong::isPresent)
        .mapToLong(OptionalLong::getAsLong)
        .reduce(Long::sum);
  }
}
