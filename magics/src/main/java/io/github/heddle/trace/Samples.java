package io.github.heddle.trace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// What a sampler saw during a run.
///
/// @param workers three columns for each lane, in the order of [Column]
/// @param cores use of the cores, where it could be read
/// @param intervalNanos the longest time between two rows of `workers`, as it was meant to be
/// @param readyMeasured whether waits for a core could be read
/// @param peakResidentBytes the largest resident set of the process seen
/// @param throttledNanos how long the control group's quota kept threads from running
/// @param samplerNanos CPU time that the sampling took; of a run in worker processes, there as well
/// @param lockWaits what tasks waited for locks
/// @param deadlock the first one that was found
/// @param helpers threads that are no workers but worked for tasks
/// @param memory of the process, in order
/// @param looks at the stacks of workers, by lane, in order
public record Samples(
    Series workers,
    Optional<Cores> cores,
    long intervalNanos,
    boolean readyMeasured,
    OptionalLong peakResidentBytes,
    OptionalLong throttledNanos,
    OptionalLong samplerNanos,
    List<LockWait> lockWaits,
    Optional<Deadlock> deadlock,
    List<HelperUse> helpers,
    List<MemoryReading> memory,
    Map<Integer, List<Look>> looks) {
  private static final int FEWEST_TICKS = 10;

  public Samples {
    lockWaits = List.copyOf(lockWaits);
    helpers = List.copyOf(helpers);
    memory = List.copyOf(memory);
    looks = Map.copyOf(looks);
  }

  /// Nothing was sampled.
  public static final Samples NONE =
      new Samples(
          new Series(0, 3),
          Optional.empty(),
          0,
          false,
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty());

  /// Samples of a run in which nobody looked at locks, other threads and memory.
  public Samples(
      Series workers,
      Optional<Cores> cores,
      long intervalNanos,
      boolean readyMeasured,
      OptionalLong peakResidentBytes,
      OptionalLong throttledNanos,
      OptionalLong samplerNanos) {
    this(
        workers,
        cores,
        intervalNanos,
        readyMeasured,
        peakResidentBytes,
        throttledNanos,
        samplerNanos,
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        Map.of());
  }

  /// What is read of each worker, all in nanoseconds since its thread was started (`LOCKED`: since
  /// the run was).
  public enum Column {
    CPU(0),
    READY(1),
    LOCKED(2);

    private static final int COUNT = 3;

    private final int offset;

    Column(int offset) {
      this.offset = offset;
    }

    /// The number of columns for so many lanes.
    public static int count(int lanes) {
      return COUNT * lanes;
    }

    /// The column of a lane.
    public int of(int lane) {
      return COUNT * lane + offset;
    }
  }

  /// Use of each core.
  ///
  /// @param numbers the operating system's numbers of the cores, in the order of the columns
  /// @param own nanoseconds that threads of this run ran on each core
  /// @param machine nanoseconds that each core was busy with anything; read less often
  /// @param tickNanos how coarsely `machine` is counted
  /// @param ownMeasured whether it is told on which core a thread ran: else `own` is 0
  public record Cores(
      List<Integer> numbers, Series own, Series machine, long tickNanos, boolean ownMeasured) {
    public Cores {
      numbers = List.copyOf(numbers);
    }

    /// The same cores with other readings.
    Cores with(Series ownRead, Series machineRead) {
      return new Cores(numbers, ownRead, machineRead, tickNanos, ownMeasured);
    }
  }

  /// How busy the cores were, where that can be told of a run so long: where all there is are
  /// coarse counts, that takes some of their steps.
  ///
  /// @param fromNanos 0, or earlier where workers were started before the first task
  Optional<CoreUse> coreUse(long fromNanos, long wallNanos) {
    return cores
        .filter(c -> c.ownMeasured || wallNanos >= FEWEST_TICKS * c.tickNanos)
        .map(c -> new CoreBins(c, intervalNanos).over(fromNanos, wallNanos));
  }

  /// What there is now, apart from rows still to come.
  public Samples copy() {
    return new Samples(
        workers.copy(),
        cores.map(c -> c.with(c.own.copy(), c.machine.copy())),
        intervalNanos,
        readyMeasured,
        peakResidentBytes,
        throttledNanos,
        samplerNanos);
  }

  /// What sampling took, with what it took elsewhere; empty where it is not known here.
  OptionalLong samplerNanosWith(long elsewhereNanos) {
    return samplerNanos.isPresent()
        ? OptionalLong.of(samplerNanos.getAsLong() + elsewhereNanos)
        : samplerNanos;
  }

  /// The same with the cores that threads of other processes used, too, and with what sampling took
  /// there.
  ///
  /// @param others their times count from the same moment
  public Samples with(List<CoreRuns> others) {
    return new Samples(
        workers,
        cores.map(own -> CoreRuns.added(own, others)),
        intervalNanos,
        readyMeasured,
        peakResidentBytes,
        throttledNanos,
        samplerNanosWith(others.stream().mapToLong(CoreRuns::samplerNanos).sum()),
        lockWaits,
        deadlock,
        helpers,
        memory,
        looks);
  }

  /// The same with times counted from that moment.
  public Samples since(long origin) {
    return new Samples(
        workers.since(origin),
        cores.map(c -> c.with(c.own.since(origin), c.machine.since(origin))),
        intervalNanos,
        readyMeasured,
        peakResidentBytes,
        throttledNanos,
        samplerNanos,
        lockWaits,
        deadlock.map(found -> found.since(origin)),
        helpers.stream().map(helper -> helper.since(origin)).toList(),
        memory.stream().map(reading -> reading.shifted(-origin)).toList(),
        looks.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    lane -> lane.getValue().stream().map(look -> look.shifted(-origin)).toList())));
  }
}
