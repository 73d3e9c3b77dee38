package io.github.heddle.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryLogTest {
  private static final long APART = 25_000_000;

  private final MemoryLog log = new MemoryLog();

  private void add(int index, long resident) {
    log.add(
        new MemoryReading(
            index * APART, OptionalLong.of(resident), index, OptionalLong.of(resident / 2)));
  }

  private static long resident(MemoryReading reading) {
    return reading.residentBytes().orElseThrow();
  }

  @Test
  void fewReadingsAreKeptAsTheyAre() {
    add(0, 5);
    add(1, 4);

    assertThat(log.readings())
        .containsExactly(
            new MemoryReading(0, OptionalLong.of(5), 0, OptionalLong.of(2)),
            new MemoryReading(APART, OptionalLong.of(4), 1, OptionalLong.of(2)));
  }

  @Test
  void aRunOfADayIsBoundedAndItsLargestReadingIsThere() {
    int readings = 24 * 3600 * 40;
    for (int index = 0; index < readings; index++) {
      add(index, index == 777_777 ? 1_000 : 100 + index % 7);
    }

    assertThat(log.readings()).hasSizeBetween(400, 1_000).isSortedAccordingTo(inTime());
    assertThat(log.readings().stream().mapToLong(MemoryLogTest::resident).max()).hasValue(1_000);
  }

  @Test
  void whatIsThinnedOutStaysEvenlySpread() {
    IntStream.range(0, 100_000).forEach(index -> add(index, 100));

    List<MemoryReading> readings = log.readings();
    long[] apart =
        IntStream.range(1, readings.size())
            .mapToLong(i -> readings.get(i).nanos() - readings.get(i - 1).nanos())
            .sorted()
            .toArray();
    assertThat(apart[apart.length - 1]).isLessThanOrEqualTo(3 * apart[0]);
    assertThat(readings.getFirst().nanos()).isZero();
  }

  @Test
  void ofTwoReadingsTheLargerStandsForBothWithAllThatItSaid() {
    for (int index = 0; index <= 1_000; index++) {
      add(index, index == 1 ? 900 : 100);
    }

    assertThat(log.readings().getFirst())
        .isEqualTo(new MemoryReading(0, OptionalLong.of(900), 1, OptionalLong.of(450)));
  }

  private static Comparator<MemoryReading> inTime() {
    return Comparator.comparingLong(MemoryReading::nanos);
  }
}
