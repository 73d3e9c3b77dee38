package io.github.heddle.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.heddle.picture.FlightArea.Cell;
import io.github.heddle.report.SampleCrowds;
import io.github.heddle.report.SampleRuns;
import io.github.heddle.trace.InFlight;
import io.github.heddle.trace.State;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlightAreaTest {
  @Test
  void statesStandOnTopOfEachOther() {
    FlightArea area = FlightArea.of(new InFlight(10, List.of(new InFlight.Bin(0, 10, 1, 2, 4, 3))));

    assertThat(area.most()).isEqualTo(10);
    assertThat(area.cells())
        .containsExactly(
            new Cell(State.RUNNING, 0, 10, 0, 1),
            new Cell(State.READY, 0, 10, 1, 3),
            new Cell(State.LOCKED, 0, 10, 3, 6),
            new Cell(State.WAITING, 0, 10, 6, 10));
  }

  @Test
  void manyBinsAreDrawnInFewStepsThatHoldTheSameTime() {
    List<InFlight.Bin> bins =
        IntStream.range(0, 512)
            .mapToObj(bin -> new InFlight.Bin(bin * 10L, bin * 10L + 10, 0, 0, bin, 0))
            .toList();

    FlightArea area = FlightArea.of(new InFlight(10, bins));

    assertThat(area.cells()).hasSizeLessThanOrEqualTo(100);
    double nanos =
        area.cells().stream().mapToDouble(c -> c.tasks() * (c.endNanos() - c.startNanos())).sum();
    assertThat(nanos).isCloseTo(10.0 * 511 * 512 / 2, within(20.0));
  }

  @Test
  void crowdIsShownWithTheLanesAndNotWithoutThem() {
    assertThat(Scene.of(SampleCrowds.crowd().report(), EnumSet.allOf(Part.class)).flight())
        .isPresent();
    assertThat(Scene.of(SampleCrowds.crowd().report(), Set.of(Part.CORES)).flight()).isEmpty();
    assertThat(Scene.of(SampleRuns.io().report(), EnumSet.allOf(Part.class)).flight()).isEmpty();
  }

  @Test
  void charactersSayWhatMostTasksDid() {
    Scene scene = Scene.of(SampleCrowds.crowd().report(), EnumSet.allOf(Part.class));

    assertThat(TextPicture.of(scene))
        .contains("in flight |" + "·".repeat(40) + "| at most 10,000 tasks")
        .contains("▒ waiting for a carrier");
  }
}
