package io.github.heddle.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class HeapMeterTest {
  @Test
  void whatIsUsedIsNotTakenFromSizesOfDifferentHeaps() {
    Iterator<Long> total = List.of(100L, 2_000L, 2_000L, 2_000L).iterator();
    Iterator<Long> free = List.of(1_900L, 1_600L).iterator();

    assertThat(HeapMeter.usedBytes(total::next, free::next)).isEqualTo(400);
  }

  @Test
  void aCollectionLeavesNoMoreThanThereIsRoomFor() {
    HeapMeter meter = new HeapMeter();
    System.gc();

    OptionalLong left = meter.afterCollectionBytes();
    assertThat(left.orElseThrow()).isBetween(100_000L, Runtime.getRuntime().maxMemory());
    assertThat(HeapMeter.usedBytes()).isBetween(100_000L, Runtime.getRuntime().maxMemory());
  }
}
