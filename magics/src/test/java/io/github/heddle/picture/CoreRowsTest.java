package io.github.heddle.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.heddle.picture.CoreRows.Cell;
import io.github.heddle.trace.CoreUse;
import io.github.heddle.trace.CoreUse.Bin;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoreRowsTest {
  private static final TimeAxis SECOND = TimeAxis.upTo(1_000_000_000);

  private static CoreUse use(int cores, int binMillis, double own, double other) {
    long length = binMillis * 1_000_000L;
    List<Bin> bins =
        IntStream.range(0, 1_000 / binMillis)
            .boxed()
            .flatMap(bin ->
                IntStream.range(0, cores)
                    .mapToObj(core -> new Bin(core, bin * length, (bin + 1) * length, own, other)))
            .toList();
    return new CoreUse(IntStream.range(0, cores).boxed().toList(), length, bins, true);
  }

  @Test
  void fineBinsAreGatheredAndTheirShareKept() {
    CoreRows rows = CoreRows.of(use(2, 1, 0.6, 0.3), SECOND);

    assertThat(rows.names()).containsExactly("core 0", "core 1");
    assertThat(rows.cells())
        .hasSizeBetween(50, 130)
        .allSatisfy(cell -> {
          assertThat(cell.own()).isCloseTo(0.6, within(1e-6));
          assertThat(cell.other()).isCloseTo(0.3, within(1e-6));
        });
  }

  @Test
  void manyCoresAreFoldedAndAveraged() {
    CoreRows rows = CoreRows.of(use(64, 10, 0.5, 0), SECOND);

    assertThat(rows.names()).hasSize(16).last().isEqualTo("…and 49 more cores");
    assertThat(rows.cells()).hasSizeLessThanOrEqualTo(16 * 26);
    assertThat(rows.cells().getLast().own()).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void idleCoresHaveARowButNoCells() {
    assertThat(CoreRows.of(use(3, 100, 0, 0), SECOND))
        .isEqualTo(
            new CoreRows(List.of("core 0", "core 1", "core 2"), List.of(), 0, 1_000_000_000, true));
  }

  @Test
  void coresStandWhereTheyWereLookedAtAlsoWhereTheAxisBeginsEarlier() {
    TimeAxis earlier = TimeAxis.between(-333_000_000, 1_000_000_000);
    CoreRows rows = CoreRows.of(use(1, 100, 0.5, 0.2), earlier);

    assertThat(rows.fromNanos()).isZero();
    assertThat(rows.toNanos()).isEqualTo(1_000_000_000);
    assertThat(rows.cells())
        .isNotEmpty()
        .allSatisfy(cell -> {
          assertThat(cell.startNanos()).isNotNegative();
          assertThat(cell.own()).isCloseTo(0.5, within(1e-6));
        });
  }

  @Test
  void ownAndOtherNeverExceedTheCore() {
    assertThat(CoreRows.of(use(1, 100, 0.9, 0.4), SECOND).cells())
        .extracting(Cell::other)
        .allSatisfy(other -> assertThat(other).isCloseTo(0.1, within(1e-6)));
  }
}
