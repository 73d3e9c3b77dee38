package io.github.heddle.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.picture.MemoryRows.Cell;
import io.github.heddle.trace.MemoryReading;
import io.github.heddle.trace.MemoryUse;
import io.github.heddle.trace.ProcessMemory;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryRowsTest {
  private static final long MILLI = 1_000_000;
  private static final TimeAxis SECOND = TimeAxis.upTo(1_000 * MILLI);

  private static MemoryReading reading(long millis, long resident, long heap) {
    return new MemoryReading(
        millis * MILLI, OptionalLong.of(resident), heap, OptionalLong.of(heap / 2));
  }

  private static ProcessMemory process(String name, MemoryReading... readings) {
    OptionalLong peak =
        List.of(readings).stream().flatMapToLong(r -> r.residentBytes().stream()).max();
    return new ProcessMemory(name, peak, List.of(readings));
  }

  private static MemoryRows rows(TimeAxis time, ProcessMemory... processes) {
    return MemoryRows.of(new MemoryUse(List.of(processes)), time).orElseThrow();
  }

  @Test
  void betweenTwoReadingsStandsTheLarger() {
    MemoryRows rows =
        rows(
            SECOND,
            process("kernel", reading(0, 10, 4), reading(500, 30, 8), reading(1_000, 20, 2)));

    assertThat(rows.names()).containsExactly("kernel, peak 30 B");
    assertThat(rows.mostBytes()).isEqualTo(30);
    assertThat(rows.cells()).containsExactly(new Cell(0, 0, 1_000 * MILLI, reading(500, 30, 8)));
    assertThat(rows.cells().getFirst().leftBytes()).hasValue(4);
  }

  @Test
  void whatIsReadBeforeAndAfterTheAxisIsCutOff() {
    MemoryRows rows =
        rows(
            SECOND,
            process("kernel", reading(-900, 50, 1), reading(-100, 10, 1), reading(400, 10, 1)),
            process("process-1 (pid 7)", reading(600, 5, 1), reading(2_000, 6, 1)));

    assertThat(rows.names()).containsExactly("kernel, peak 50 B", "process-1, peak 6 B");
    assertThat(rows.processes()).containsExactly("kernel", "process-1 (pid 7)");
    assertThat(rows.cells())
        .containsExactly(
            new Cell(0, 0, 400 * MILLI, reading(-100, 10, 1)),
            new Cell(1, 600 * MILLI, 1_000 * MILLI, reading(2_000, 6, 1)));
  }

  @Test
  void aShortPeakAmongManyReadingsIsSeen() {
    MemoryReading[] readings =
        IntStream.range(0, 1_000)
            .mapToObj(i -> reading(i, i == 333 ? 900 : 100, 50))
            .toArray(MemoryReading[]::new);
    MemoryRows rows = rows(SECOND, process("kernel", readings));

    assertThat(rows.cells()).hasSizeLessThanOrEqualTo(100);
    assertThat(rows.cells().stream().filter(cell -> cell.bytes() == 900))
        .isNotEmpty()
        .allSatisfy(cell -> assertThat(cell.endNanos() - cell.startNanos()).isLessThan(30 * MILLI));
  }

  @Test
  void manyProcessesAreFoldedIntoTheLargestOfThem() {
    ProcessMemory[] processes =
        IntStream.range(0, 20)
            .mapToObj(i -> process("process-" + i, reading(0, i, 0), reading(1_000, i, 0)))
            .toArray(ProcessMemory[]::new);
    MemoryRows rows = rows(SECOND, processes);

    assertThat(rows.names()).hasSize(8).last().isEqualTo("…and 13 more, peak 19 B");
    assertThat(rows.row(7)).singleElement().extracting(Cell::bytes).isEqualTo(19L);
  }

  @Test
  void whereTheResidentSetIsNotKnownTheHeapIsShownAlone() {
    MemoryReading heap = new MemoryReading(0, OptionalLong.empty(), 40, OptionalLong.empty());
    MemoryReading later = new MemoryReading(MILLI, OptionalLong.empty(), 30, OptionalLong.empty());
    MemoryRows rows = rows(SECOND, process("kernel", heap, later));

    assertThat(rows.names()).containsExactly("kernel");
    assertThat(rows.cells().getFirst().bytes()).isEqualTo(40);
    assertThat(rows.cells().getFirst().heapBytes()).isEqualTo(40);
    assertThat(rows.cells().getFirst().leftBytes()).isEmpty();
  }

  @Test
  void whereNothingWasReadThereAreNoRows() {
    assertThat(MemoryRows.of(MemoryUse.UNKNOWN, SECOND)).isEmpty();
    assertThat(MemoryRows.of(new MemoryUse(List.of(process("kernel"))), SECOND)).isEmpty();
  }
}
