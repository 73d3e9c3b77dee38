package io.github.heddle.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TapeTest {
  @Test
  void sliceThatGoesOnIsOne() {
    Tape tape = new Tape(3, 100);

    tape.add(1, State.RUNNING, 0, 10);
    tape.add(1, State.RUNNING, 10, 15);
    tape.add(1, State.WAITING, 15, 20);
    tape.add(1, State.WAITING, 20, 20);

    assertThat(tape.slices())
        .containsExactly(
            new Slice(3, 1, 1, State.RUNNING, 0, 15), new Slice(3, 1, 1, State.WAITING, 15, 20));
    assertThat(tape.stepNanos()).isZero();
  }

  @Test
  void manySlicesAreFoldedWithoutLosingANanosecond() {
    Tape tape = new Tape(0, 100);
    long ran = 0;
    long at = 0;
    for (int task = 0; task < 50_000; task++) {
      long length = 3L + task % 7;
      tape.add(task, State.RUNNING, at, at + length);
      ran += length;
      tape.add(task, State.WAITING, at + length, at + length + 2);
      at += length + 2 + task % 3;
    }

    List<Slice> slices = tape.slices();
    assertThat(slices).hasSizeBetween(10, 100);
    assertThat(sum(slices, State.RUNNING)).isEqualTo(ran);
    assertThat(sum(slices, State.WAITING)).isEqualTo(2 * 50_000);
    long end = 0;
    for (Slice slice : slices) {
      assertThat(slice.startNanos()).isGreaterThanOrEqualTo(end);
      end = slice.endNanos();
    }
    assertThat(end).isLessThanOrEqualTo(at);
    assertThat(tape.stepNanos()).isBetween(1L, at / 5);
  }

  @Test
  void longSlicesStayAsTheyAreBesideFoldedOnes() {
    Tape tape = new Tape(0, 64);
    for (int task = 0; task < 500; task++) {
      tape.add(task, State.RUNNING, 10L * task, 10L * task + 5);
    }
    tape.add(500, State.RUNNING, 5_000, 905_000);
    for (int task = 501; task < 1_000; task++) {
      tape.add(task, State.RUNNING, 905_000 + 10L * task, 905_000 + 10L * task + 5);
    }

    assertThat(tape.slices()).contains(new Slice(0, 500, 1, State.RUNNING, 5_000, 905_000));
  }

  private static long sum(List<Slice> slices, State state) {
    return slices.stream().filter(slice -> slice.state() == state).mapToLong(Slice::nanos).sum();
  }
}
