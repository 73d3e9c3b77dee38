package io.github.heddle.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.trace.ProcessLane.Span;
import io.github.heddle.trace.Samples.Cores;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProcessSamplesTest {
  private static final long MILLI = 1_000_000;

  @Test
  void aLookAtOneProcessTellsNothingOfAnother() {
    assertThat(new ProcessSamples(List.of(lane(0, 0, 4, 8, 12))).resolutionNanos())
        .isEqualTo(4 * MILLI);
    assertThat(
            new ProcessSamples(List.of(lane(0, 0, 4, 8, 12), lane(1, 2, 8, 14))).resolutionNanos())
        .isEqualTo(6 * MILLI);
    assertThat(new ProcessSamples(List.of()).resolutionNanos()).isZero();
  }

  @Test
  void betweenAProcessAndTheOneInItsPlaceNobodyIsLookedAt() {
    List<Span> starts =
        List.of(new Span(-50 * MILLI, -1 * MILLI), new Span(20 * MILLI, 90 * MILLI));
    ProcessLane replaced = lane(0, starts, 0, 4, 8, 100, 104, 112);

    assertThat(new ProcessSamples(List.of(replaced)).resolutionNanos()).isEqualTo(5_600_000);
    assertThat(new ProcessSamples(List.of(lane(0, 0, 4, 8, 100, 104))).resolutionNanos())
        .isGreaterThan(80 * MILLI);
  }

  @Test
  void whatSamplingTookIsThatOfTheKernelAndOfEveryWorker() {
    ProcessSamples samples = new ProcessSamples(List.of(lane(1, 0, 4), lane(2, 0, 4)));

    assertThat(samples.in(sampled(OptionalLong.of(5 * MILLI)), 0).samplerNanos())
        .hasValue(8 * MILLI);
    assertThat(samples.in(sampled(OptionalLong.empty()), 0).samplerNanos()).isEmpty();
  }

  /// The kernel saw a process run 30 ms on core 0 while it was started; the worker itself saw 4 ms
  /// between its two samples.
  @Test
  void coresUsedByTheStartOfWorkersAreTheRunsToo() {
    Series starting = new Series(1, 100);
    starting.add(-50 * MILLI, new long[] {0});
    starting.add(-20 * MILLI, new long[] {30 * MILLI});
    starting.add(0, new long[] {30 * MILLI});
    Cores kernel = new Cores(List.of(0), starting, new Series(1, 100), 0, true);

    Series own =
        new ProcessSamples(List.of(lane(0, 1004, 1008)))
            .in(sampled(Optional.of(kernel), OptionalLong.empty()), 1000 * MILLI)
            .cores()
            .orElseThrow()
            .own();

    assertThat(own.at(0, -50 * MILLI)).isZero();
    assertThat(own.at(0, -35 * MILLI)).isEqualTo(15 * MILLI);
    assertThat(own.at(0, 4 * MILLI)).isEqualTo(30 * MILLI);
    assertThat(own.at(0, 8 * MILLI)).isEqualTo(34 * MILLI);
  }

  private static Samples sampled(OptionalLong samplerNanos) {
    return sampled(Optional.empty(), samplerNanos);
  }

  private static Samples sampled(Optional<Cores> cores, OptionalLong samplerNanos) {
    return new Samples(
        new Series(0, 3),
        cores,
        MILLI,
        true,
        OptionalLong.empty(),
        OptionalLong.empty(),
        samplerNanos);
  }

  /// Sampling took as many milliseconds as its number says.
  private static ProcessLane lane(int number, long... millis) {
    return lane(number, List.of(), millis);
  }

  private static ProcessLane lane(int number, List<Span> starting, long... millis) {
    List<ThreadRow> rows =
        Arrays.stream(millis)
            .mapToObj(at -> new ThreadRow(at * MILLI, at * MILLI, 0, 0, OptionalInt.of(0)))
            .toList();
    return new ProcessLane(
        new Lane(number, "process-" + number),
        new Usage(
            OptionalLong.of(0),
            OptionalLong.of(0),
            OptionalLong.of(0),
            OptionalLong.of(0),
            OptionalLong.of(0)),
        starting,
        new BodyUse(),
        rows,
        true,
        OptionalLong.empty(),
        List.of(),
        List.of(),
        number * MILLI,
        List.of());
  }
}
