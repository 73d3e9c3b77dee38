package io.github.heddle.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodePointsTest {
  private static final String TEXT = "a😀b";

  @Test
  void aCharacterOutsideTheBasicPlaneCountsOnce() {
    assertThat(CodePoints.toIndex(TEXT, 2)).isEqualTo(3);
    assertThat(CodePoints.before(TEXT, 3)).isEqualTo(2);
  }

  @Test
  void placesOutsideAreMovedToTheEnds() {
    assertThat(CodePoints.toIndex(TEXT, 99)).isEqualTo(TEXT.length());
    assertThat(CodePoints.toIndex(TEXT, -1)).isZero();
    assertThat(CodePoints.before(TEXT, 99)).isEqualTo(3);
  }

  @Test
  void thereAndBackIsTheSamePlace() {
    for (int place = 0; place <= 3; place++) {
      assertThat(CodePoints.before(TEXT, CodePoints.toIndex(TEXT, place))).isEqualTo(place);
    }
  }
}
