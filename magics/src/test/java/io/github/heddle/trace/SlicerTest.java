package io.github.heddle.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One task of 20 ms, where nothing shorter than 1 ms is shown, in microseconds.
class SlicerTest {
  private static final long MICRO = 1_000;

  private final List<Slice> slices = new ArrayList<>();

  private void write(long[] moments, long... running) {
    Pieces pieces =
        new Pieces(
            nanos(moments),
            nanos(running),
            new long[moments.length - 1],
            new long[moments.length - 1]);
    new Slicer(0, 1_000 * MICRO, slices).write(new Block(0, 1, 0, 0, 20_000 * MICRO, 0, 0), pieces);
  }

  private static long[] nanos(long[] micros) {
    long[] nanos = micros.clone();
    for (int i = 0; i < nanos.length; i++) {
      nanos[i] *= MICRO;
    }
    return nanos;
  }

  /// It ran for 600 µs of the second piece, too little to be shown; two looks followed each other
  /// at once at 15 ms.
  @Test
  void longWaitIsNotInterruptedToShowWhatWasTooShort() {
    write(new long[] {0, 5_000, 10_000, 15_000, 15_100, 20_000}, 5_000, 600, 0, 0, 0);

    assertThat(slices)
        .containsExactly(
            new Slice(0, 0, 1, State.RUNNING, 0, 5_000 * MICRO),
            new Slice(0, 0, 1, State.WAITING, 5_000 * MICRO, 20_000 * MICRO));
  }

  @Test
  void whatWasTooShortIsShownWhenThereIsEnoughOfIt() {
    write(new long[] {0, 5_000, 10_000, 15_000, 20_000}, 0, 600, 600, 0);

    assertThat(slices)
        .containsExactly(
            new Slice(0, 0, 1, State.WAITING, 0, 13_800 * MICRO),
            new Slice(0, 0, 1, State.RUNNING, 13_800 * MICRO, 15_000 * MICRO),
            new Slice(0, 0, 1, State.WAITING, 15_000 * MICRO, 20_000 * MICRO));
  }

  @Test
  void blockOfOneShortPieceIsWhatItDidMost() {
    write(new long[] {0, 20_000}, 300);

    assertThat(slices).containsExactly(new Slice(0, 0, 1, State.WAITING, 0, 20_000 * MICRO));
  }
}
