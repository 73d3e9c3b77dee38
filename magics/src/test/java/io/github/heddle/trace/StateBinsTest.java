package io.github.heddle.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StateBinsTest {
  private static final long FINEST = 1 << 16;

  private final StateBins bins = new StateBins();

  @Test
  void stretchFillsTheBinsThatItCovers() {
    bins.add(FINEST / 2, 3 * FINEST + 10);

    assertThat(Arrays.copyOf(bins.nanos(FINEST), 5))
        .containsExactly(FINEST / 2, FINEST, FINEST, 10, 0);
  }

  @Test
  void stretchWithinABinCountsThere() {
    bins.add(FINEST + 5, FINEST + 25);
    bins.add(FINEST, 2 * FINEST);

    assertThat(Arrays.copyOf(bins.nanos(FINEST), 3)).containsExactly(0, FINEST + 20, 0);
  }

  @Test
  void whatCannotBeIsLeftOut() {
    bins.add(10, 10);
    bins.add(20, 5);
    bins.add(-30, -20);

    assertThat(bins.nanos(FINEST)).containsOnly(0);
  }

  @Test
  void aCopyStaysAsItIsWhileBinsWiden() {
    bins.add(0, FINEST);
    StateBins copy = bins.copy();
    bins.add(0, 2000 * FINEST);

    assertThat(bins.width()).isGreaterThan(FINEST);
    assertThat(copy.width()).isEqualTo(FINEST);
    assertThat(Arrays.stream(copy.nanos(bins.width())).sum()).isEqualTo(FINEST);
  }

  /// Every stretch is added up by hand in bins of the final width.
  @Test
  void binsWidenWithoutLosingANanosecond() {
    Random random = new Random(7);
    long[][] stretches = new long[2_000][2];
    for (long[] stretch : stretches) {
      stretch[0] = random.nextLong(1L << 34);
      stretch[1] = stretch[0] + random.nextLong(1L << (10 + random.nextInt(24)));
      bins.add(stretch[0], stretch[1]);
    }

    long width = bins.width();
    long[] expected = new long[512];
    for (long[] stretch : stretches) {
      for (long at = stretch[0]; at < stretch[1]; ) {
        long next = Math.min(stretch[1], (at / width + 1) * width);
        expected[(int) (at / width)] += next - at;
        at = next;
      }
    }
    assertThat(width).isGreaterThan(FINEST);
    assertThat(bins.nanos(width)).isEqualTo(expected);
    assertThat(Arrays.stream(bins.nanos(4 * width)).sum()).isEqualTo(Arrays.stream(expected).sum());
  }
}
