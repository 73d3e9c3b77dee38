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

    List<Bin> bins = new CoreBins(cores(), 25 * MILLI).over(400 * MILLI).bins();

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

  @Test
  void moreThanAWholeCoreWasRunOnOthers() {
    add(own, 0, 0, 0);
    add(own, 100, 120, 50);

    List<Bin> bins = new CoreBins(cores(), 25 * MILLI).over(100 * MILLI).bins();

    assertThat(bins).extracting(Bin::own).containsExactly(1.0, 0.7);
    assertThat(bins).extracting(Bin::other).containsOnly(0.0);
  }

  @Test
  void binsCoverTheRunWithoutGapsHoweverLongItIs() {
    long wall = 3_600_000 * MILLI + 1;
    List<Bin> bins = new CoreBins(cores(), 5 * MILLI).over(wall).bins();

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
