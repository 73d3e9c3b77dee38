package io.github.heddle.sampling;

import io.github.heddle.trace.Samples.Cores;
import io.github.heddle.trace.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Samples the cores: what threads of this run used of each, and what the whole machine used. Used
/// by the sampler's thread only.
final class CoreSampling implements AutoCloseable {
  private static final int MOST_VALUES = 200_000;

  private final MachineCores cores = MachineCores.open();
  private final List<Integer> numbers;
  private final Map<Integer, Integer> columns = new TreeMap<>();
  private final long[] ownRow;
  private final Series own;
  private final Series machine;

  /// @param usable the cores that the run may use; all where none are named
  CoreSampling(Set<Integer> usable) {
    numbers =
        cores.busyNanos().keySet().stream()
            .filter(core -> usable.isEmpty() || usable.contains(core))
            .toList();
    numbers.forEach(number -> columns.put(number, columns.size()));
    int capacity = Math.max(200, MOST_VALUES / Math.max(1, numbers.size()));
    ownRow = new long[numbers.size()];
    own = new Series(ownRow.length, capacity);
    machine = new Series(ownRow.length, capacity);
  }

  /// A thread of the run used a core.
  void ran(int core, long nanos) {
    Integer column = columns.get(core);
    if (column != null) {
      ownRow[column] += nanos;
    }
  }

  /// Notes what was used until now.
  void addOwn(long nowNanos) {
    own.add(nowNanos, ownRow);
  }

  /// Reads what the machine used until now.
  void addMachine(long nowNanos) {
    SortedMap<Integer, Long> busy = cores.busyNanos();
    machine.add(
        nowNanos, numbers.stream().mapToLong(core -> busy.getOrDefault(core, 0L)).toArray());
  }

  /// What was sampled; empty where the system does not tell.
  Optional<Cores> cores() {
    return numbers.isEmpty()
        ? Optional.empty()
        : Optional.of(new Cores(numbers, own, machine, cores.tickNanos(), cores.tellsOfThreads()));
  }

  @Override
  public void close() {
    cores.close();
  }
}
