package io.github.heddle.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WorkerMemoryTest {
  private static final long MEGABYTE = 1 << 20;
  private static final WorkerMemory FOUR_GIGABYTES = new WorkerMemory(4096 * MEGABYTE, 2);

  @Test
  void heapIsAFairShareButNotMoreThanAQuarter() {
    assertThat(FOUR_GIGABYTES.heapBytes(1, OptionalLong.empty())).isEqualTo(1024 * MEGABYTE);
    assertThat(FOUR_GIGABYTES.heapBytes(8, OptionalLong.empty())).isEqualTo(336 * MEGABYTE);
  }

  @Test
  void heapDoesNotDependOnTheWorkersWhereThereAreNoMoreThanCores() {
    assertThat(FOUR_GIGABYTES.heapBytes(1, OptionalLong.empty()))
        .isEqualTo(FOUR_GIGABYTES.heapBytes(2, OptionalLong.empty()));
  }

  @Test
  void heapAskedForIsGivenWhereItFits() {
    assertThat(FOUR_GIGABYTES.heapBytes(2, OptionalLong.of(512 * MEGABYTE)))
        .isEqualTo(512 * MEGABYTE);
  }

  @Test
  void whatDoesNotFitIsRefusedWithWhatWould() {
    assertThatThrownBy(() -> FOUR_GIGABYTES.heapBytes(8, OptionalLong.of(1024 * MEGABYTE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "8 worker processes with a heap of 1,024 MB do not fit into 4,096 MB of memory: at most"
                + " 2 do");
    assertThatThrownBy(() -> FOUR_GIGABYTES.heapBytes(1, OptionalLong.of(8192 * MEGABYTE)))
        .hasMessage(
            "a worker process with a heap of 8,192 MB does not fit into 4,096 MB of memory: ask for"
                + " less");
    assertThatThrownBy(() -> FOUR_GIGABYTES.heapBytes(100, OptionalLong.empty()))
        .hasMessage("100 worker processes do not fit into 4,096 MB of memory: at most 48 do");
  }
}
