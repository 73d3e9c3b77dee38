package io.github.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.task.TaskBody;
import io.github.heddle.trace.MemoryReading;
import io.github.heddle.trace.ProcessMemory;
import io.github.heddle.trace.Trace;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Workloads that take a known amount of memory. What the JVM takes meanwhile for itself comes on
/// top; margins leave room for that.
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class MemoryTruthTest {
  private static final long MEGABYTE = 1 << 20;
  private static final long MILLI = 1_000_000;

  /// Memory off the heap, of which every page is touched, held for a while and given back.
  private static boolean hold(long megabytes, long nanos) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment segment = arena.allocate(megabytes * MEGABYTE);
      segment.fill((byte) 1);
      long end = System.nanoTime() + nanos;
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
    }
    return true;
  }

  private static Trace trace(Model model, TaskBody<Integer, Boolean> body) {
    return Runs.of(model, 1, 1).run(body).trace();
  }

  /// By how much the resident set rose above what it was in the beginning.
  private static long rise(ProcessMemory process) {
    return process.peakResidentBytes().orElseThrow() - resident(process.readings().getFirst());
  }

  private static long resident(MemoryReading reading) {
    return reading.residentBytes().orElseThrow();
  }

  @EveryModel
  void memoryOffTheHeapRaisesThePeakOfTheProcessThatTakesIt(Model model) {
    Trace trace = trace(model, (_, _) -> hold(300, 400 * MILLI));

    List<ProcessMemory> processes = trace.memory().processes();
    boolean apart = model.name().equals("processes");
    assertThat(processes).hasSize(apart ? 2 : 1);
    assertThat(rise(processes.getLast())).isBetween(250 * MEGABYTE, 400 * MEGABYTE);
    if (apart) {
      assertThat(processes.getLast().name()).startsWith("process-1 (pid ");
      assertThat(rise(processes.getFirst())).isLessThan(150 * MEGABYTE);
      assertThat(trace.counters().workerResidentBytes())
          .isEqualTo(processes.getLast().peakResidentBytes());
    }
    assertThat(trace.counters().peakResidentBytes())
        .isEqualTo(processes.getFirst().peakResidentBytes());
  }

  @Test
  void aPeakBetweenTwoReadingsIsNotMissedWhereItIsTheHighestSoFar() throws IOException {
    long highest = ofThisProcess("VmHWM");
    long missing = (highest - ofThisProcess("VmRSS")) / MEGABYTE + 200;

    Trace trace = trace(new Threads(), (_, _) -> hold(missing, 0));

    assertThat(trace.counters().peakResidentBytes().orElseThrow()).isGreaterThan(highest);
  }

  private static long ofThisProcess(String key) throws IOException {
    String line =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(text -> text.startsWith(key))
            .findFirst()
            .orElseThrow();
    return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
  }

  @Test
  void readingsCoverTheRunInOrder() {
    Trace trace = trace(new Threads(), (_, _) -> hold(1, 400 * MILLI));

    List<MemoryReading> readings = trace.memory().processes().getFirst().readings();
    assertThat(readings.stream().map(MemoryReading::nanos)).isSorted();
    assertThat(readings.getFirst().nanos()).isNotPositive();
    assertThat(readings.getLast().nanos()).isGreaterThanOrEqualTo(trace.wallNanos());
    assertThat(readings).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void theHeapHoldsWhatATaskKeepsAndACollectionLeavesIt() {
    byte[][] kept = new byte[64][];
    Trace trace =
        trace(
            new Threads(),
            (_, _) -> {
              System.gc();
              hold(1, 500 * MILLI);
              for (int i = 0; i < kept.length; i++) {
                kept[i] = new byte[(int) MEGABYTE];
              }
              System.gc();
              return hold(1, 100 * MILLI);
            });

    List<MemoryReading> readings = trace.memory().processes().getFirst().readings();
    long least = readings.stream().flatMapToLong(MemoryTruthTest::left).min().orElseThrow();
    assertThat(left(readings.getLast()).sum() - least)
        .isBetween(kept.length * MEGABYTE * 95 / 100, kept.length * MEGABYTE * 3 / 2);
    assertThat(readings.getLast().heapBytes()).isGreaterThan(kept.length * MEGABYTE);
    assertThat(kept[kept.length - 1]).hasSize((int) MEGABYTE);
  }

  private static LongStream left(MemoryReading reading) {
    return reading.afterCollectionBytes().stream();
  }

  @EveryModel
  void everyModelCountsWhatTasksAllocate(Model model) {
    OptionalLong bytes =
        Runs.of(model, 4, 2)
            .run((_, _) -> new byte[20 << 20].length)
            .trace()
            .counters()
            .allocatedBytes();

    assertThat(bytes.orElseThrow()).isBetween(80 * MEGABYTE, 100 * MEGABYTE);
  }
}
