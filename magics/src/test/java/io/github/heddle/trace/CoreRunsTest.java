package io.github.heddle.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.trace.Samples.Cores;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is kept of a thread of another process that computes for hours, on one core after the
/// other.
class CoreRunsTest {
  private static final long MILLI = 1_000_000;
  private static final long HOUR = 3_600_000 * MILLI;

  @Test
  void anHourIsBoundedAndAddsUpForEachCore() {
    CoreRuns runs = new CoreRuns();
    for (long at = 4 * MILLI; at <= HOUR; at += 4 * MILLI) {
      runs.ran((int) (at / (4 * MILLI) % 2), 3 * MILLI, at);
    }

    Series own = CoreRuns.added(idle(), List.of(runs)).own();

    assertThat(runs.size()).isBetween(5_000, 20_000);
    assertThat(own.value(own.size() - 1, 0)).isEqualTo(HOUR / 8 * 3);
    assertThat(own.value(own.size() - 1, 1)).isEqualTo(HOUR / 8 * 3);
    assertThat(own.at(0, HOUR / 2)).isBetween(HOUR / 16 * 3 * 99 / 100, HOUR / 16 * 3 * 101 / 100);
  }

  private static Cores idle() {
    Series own = new Series(2, 3);
    own.add(0, new long[2]);
    own.add(HOUR, new long[2]);
    return new Cores(List.of(0, 1), own, own, 10 * MILLI, true);
  }
}
