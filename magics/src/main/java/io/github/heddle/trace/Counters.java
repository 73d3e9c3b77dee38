package io.github.heddle.trace;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// What was counted over a whole run. What could not be measured is empty.
///
/// @param cpuNanos CPU time of all threads that ran tasks, while they did, and of the threads that
///   worked for them
/// @param allocatedBytes bytes that tasks allocated on the heap
/// @param peakResidentBytes the largest resident set of the process seen during the run
/// @param voluntarySwitches how often workers gave up their core by themselves
/// @param involuntarySwitches how often workers were made to leave their core
/// @param throttledNanos how long the control group's quota kept threads from running
/// @param startupNanos how long it took to create the workers, before the first task was submitted
/// @param workerResidentBytes the largest resident set of a worker process
/// @param transfer what went to worker processes and came back
/// @param samplerNanos CPU time of the measuring itself, that in worker processes included; not
///   contained in cpuNanos
/// @param gcPauses of the JVM in which the tasks ran
public record Counters(
    OptionalLong cpuNanos,
    OptionalLong allocatedBytes,
    OptionalLong peakResidentBytes,
    OptionalLong voluntarySwitches,
    OptionalLong involuntarySwitches,
    OptionalLong throttledNanos,
    OptionalLong startupNanos,
    OptionalLong samplerNanos,
    OptionalLong workerResidentBytes,
    Optional<Transfer> transfer,
    Optional<GcPauses> gcPauses) {
  /// A run within one process, whose workers used this, and during which nobody looked at the
  /// garbage collector.
  ///
  /// @param helpedNanos CPU time of other threads that worked for the tasks
  static Counters of(
      List<WorkerUse> workers, Samples samples, long startupNanos, long helpedNanos) {
    OptionalLong own = used(workers, Usage::cpuNanos);
    return new Counters(
        own.isPresent() ? OptionalLong.of(own.getAsLong() + helpedNanos) : own,
        used(workers, Usage::allocatedBytes),
        samples.peakResidentBytes(),
        used(workers, Usage::voluntarySwitches),
        used(workers, Usage::involuntarySwitches),
        samples.throttledNanos(),
        OptionalLong.of(startupNanos),
        samples.samplerNanos(),
        OptionalLong.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static OptionalLong used(List<WorkerUse> workers, Function<Usage, OptionalLong> amount) {
    return Usage.sum(workers.stream().map(WorkerUse::during).map(amount));
  }

  /// The same with what the garbage collector did meanwhile.
  Counters with(GcPauses pauses) {
    return new Counters(
        cpuNanos,
        allocatedBytes,
        peakResidentBytes,
        voluntarySwitches,
        involuntarySwitches,
        throttledNanos,
        startupNanos,
        samplerNanos,
        workerResidentBytes,
        transfer,
        Optional.of(pauses));
  }
}
