package io.github.heddle.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PiecesTest {
  @Test
  void aWaitThatWasCountedWhenItWasOverBelongsToThePiecesBefore() {
    Pieces pieces = pieces(new long[] {0, 0, 4}, new long[] {0, 0, 16});

    assertThat(pieces.ready).containsExactly(0, 10, 6);
    assertThat(pieces.waiting(0)).isEqualTo(10);
    assertThat(pieces.waiting(1)).isZero();
  }

  @Test
  void moreRunTimeThanFitsWasRunInAnotherPiece() {
    assertThat(pieces(new long[] {12, 0, 3}, new long[3]).running).containsExactly(10, 2, 3);
    assertThat(pieces(new long[] {0, 0, 13}, new long[3]).running).containsExactly(0, 3, 10);
  }

  @Test
  void locksTakeNoMoreThanWhatIsLeft() {
    Pieces pieces = new Pieces(new long[] {0, 10}, new long[] {4}, new long[] {3}, new long[] {9});

    assertThat(pieces.locked).containsExactly(3);
    assertThat(pieces.waiting(0)).isZero();
  }

  private static Pieces pieces(long[] running, long[] ready) {
    return new Pieces(new long[] {0, 10, 20, 30}, running, ready, new long[3]);
  }
}
