package io.github.heddle.sampling;

import io.github.heddle.trace.MemoryLog;
import io.github.heddle.trace.MemoryReading;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Samples how much memory this process has while a run lasts. A reading takes some microseconds.
/// Any thread may call it.
public final class MemorySampling implements AutoCloseable {
  private static final long BETWEEN_READINGS = 25_000_000;

  /// Where readings are dear, they take a hundredth of the time.
  private static final long SHARE = 100;

  private final Optional<ProcFile> status = ProcFile.open(Proc.SELF.resolve("status"));
  private final Optional<HeapMeter> collections;
  private final Optional<OtherSystem> other;
  private MemoryLog log = new MemoryLog();
  private long between = BETWEEN_READINGS;
  private OptionalLong lastNanos = OptionalLong.empty();
  private OptionalLong highestBefore = OptionalLong.empty();
  private OptionalLong highest = OptionalLong.empty();
  private OptionalLong largest = OptionalLong.empty();

  private MemorySampling(Optional<HeapMeter> collections, boolean patient) {
    this.collections = collections;
    this.other = patient && status.isEmpty() ? OtherSystem.here() : Optional.empty();
  }

  /// Of a process that has the time to look at its garbage collections, too.
  static MemorySampling withCollections() {
    return new MemorySampling(Optional.of(new HeapMeter()), true);
  }

  /// Of a process that was started for the run: to look at garbage collections for the first time
  /// costs ten milliseconds, which would count as its own; so would OSHI where there is no `/proc`.
  public static MemorySampling withoutCollections() {
    return new MemorySampling(Optional.empty(), false);
  }

  /// Takes a reading if the last one is old enough.
  public synchronized void sampleWhenDue(long nowNanos) {
    if (lastNanos.isEmpty() || nowNanos - lastNanos.getAsLong() >= between) {
      sample(nowNanos);
    }
  }

  /// Takes a reading.
  public synchronized void sample(long nowNanos) {
    lastNanos = OptionalLong.of(nowNanos);
    Optional<ProcText> text = status.flatMap(ProcFile::read);
    OptionalLong resident =
        text.map(ProcessFiles::residentBytes)
            .or(() -> other.map(OtherSystem::residentBytes))
            .orElse(OptionalLong.empty());
    highest = text.map(ProcessFiles::highestResidentBytes).orElse(OptionalLong.empty());
    if (highestBefore.isEmpty()) {
      highestBefore = highest;
    }
    largest = resident.isPresent() ? larger(resident, largest) : largest;
    log.add(
        new MemoryReading(
            nowNanos,
            resident,
            HeapMeter.usedBytes(),
            collections.map(HeapMeter::afterCollectionBytes).orElse(OptionalLong.empty())));
    if (other.isPresent()) {
      between = Math.max(BETWEEN_READINGS, SHARE * (System.nanoTime() - nowNanos));
    }
  }

  private static OptionalLong larger(OptionalLong one, OptionalLong other) {
    return OptionalLong.of(Math.max(one.orElse(0), other.orElse(0)));
  }

  /// The largest resident set between the first reading and the last. Where that is the largest
  /// since the process began, the system has kept it, and it is exact; else it is the largest one
  /// that was read.
  public synchronized OptionalLong peakBytes() {
    return highest.orElse(0) > highestBefore.orElse(0) ? highest : largest;
  }

  /// The readings there are.
  synchronized List<MemoryReading> readings() {
    return log.readings();
  }

  /// Takes away the readings that there are.
  public synchronized List<MemoryReading> take() {
    List<MemoryReading> taken = log.readings();
    log = new MemoryLog();
    return taken;
  }

  @Override
  public synchronized void close() {
    status.ifPresent(ProcFile::close);
  }
}
