package io.github.heddle.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.heddle.trace.CoreUse.Bin;
import io.github.heddle.trace.Samples.Cores;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoreBinsTest {
  private static final long MILLI = 1_000_000;
  private final Series own = new Series(2, 101);
  private final Series machine = new Series(2, 101);

  @Test
  void ownAndOtherUseOfEachCoreAreToldApart() {
    add(own, 0, 0, 0);
    add(own, 400, 200, 0);
    add(machine, 0, 1000, 1000);
    add(machine, 400, 1210, 1410);

    List<Bin> bins = new CoreBins(cores(), 25 * MILLI).over(0, 400 * MILLI).bins();

    assertThat(bins).hasSize(8);
    assertThat(bins).filteredOn(bin -> bin.core() == 0).allSatisfy(this::halfOwn);
    assertThat(bins)
        .filteredOn(bin -> bin.core() == 3)
        .allSatisfy(bin -> {
          assertThat(bin.own()).isZero();
          assertThat(bin.other()).isCloseTo(1, within(0.001));
        });
  }

  private void halfOwn(Bin bin) {
    assertThat(bin.own()).isCloseTo(0.5, within(0.001));
    assertThat(bin.other()).as("a tick is no other use").isCloseTo(0, within(0.001));
  }

  /// Stretches count from time 0 in both directions; the first one is as long as it was looked at.
  @Test
  void binsBeforeTimeZeroReachToWhereWorkersWereStarted() {
    add(own, -300, 0, 0);
    add(own, 400, 350, 0);
    add(machine, -300, 1000, 1000);
    add(machine, 400, 1360, 1010);
    CoreBins all = new CoreBins(cores(), 25 * MILLI);

    assertThat(starts(all, -150)).containsExactly(-150L, -100L, 0L, 100L, 200L, 300L);
    assertThat(starts(all, -1000)).startsWith(-300L, -200L);
    assertThat(starts(all, 0)).startsWith(0L);
    assertThat(all.over(-150 * MILLI, 400 * MILLI).bins())
        .filteredOn(bin -> bin.core() == 0)
        .allSatisfy(this::halfOwn);
  }

  private static List<Long> starts(CoreBins bins, long fromMillis) {
    return bins.over(fromMillis * MILLI, 400 * MILLI).bins().stream()
        .map(bin -> bin.startNanos() / MILLI)
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void moreThanAWholeCoreWasRunOnOthers() {
    add(own, 0, 0, 0);
    add(own, 100, 120, 50);

    List<Bin> bins = new CoreBins(cores(), 25 * MILLI).over(0, 100 * MILLI).bins();

    assertThat(bins).extracting(Bin::own).containsExactly(1.0, 0.7);
    assertThat(bins).extracting(Bin::other).containsOnly(0.0);
  }

  @Test
  void binsCoverTheRunWithoutGapsHoweverLongItIs() {
    long wall = 3_600_000 * MILLI + 1;
    List<Bin> bins = new CoreBins(cores(), 5 * MILLI).over(0, wall).bins();

    assertThat(bins).hasSizeLessThanOrEqualTo(200);
    assertThat(bins.getFirst().startNanos()).isZero();
    assertThat(bins.getLast().endNanos()).isEqualTo(wall);
  }

  private Cores cores() {
    return new Cores(List.of(0, 3), own, machine, 10 * MILLI, true);
  }

  private static void add(Series series, long at, long first, long second) {
    series.add(at * MILLI, new long[] {first * MILLI, second * MILLI});
  }
}
