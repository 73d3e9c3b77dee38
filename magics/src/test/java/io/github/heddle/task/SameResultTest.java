package io.github.heddle.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SameResultTest {
  @Test
  void equalValuesAndArraysAreTheSame() {
    assertThat(SameResult.of(List.of(1), List.of(1))).isTrue();
    assertThat(SameResult.of(new int[] {1, 2}, new int[] {1, 2})).isTrue();
    assertThat(SameResult.of(null, null)).isTrue();
  }

  @Test
  void otherValuesAreNot() {
    assertThat(SameResult.of(1, 2)).isFalse();
    assertThat(SameResult.of(null, "a")).isFalse();
    assertThat(SameResult.of(new int[] {1}, new int[] {2})).isFalse();
    assertThat(SameResult.of(new String[] {"a"}, new String[] {"b"})).isFalse();
  }

  @Test
  void objectsThatEqualOnlyThemselvesSayNothing() {
    assertThat(SameResult.of(new Object(), new Object())).isTrue();
    assertThat(SameResult.of(new Object[] {new Object()}, new Object[] {new Object()})).isTrue();
  }

  @Test
  void equalsThatThrowsSaysNothing() {
    record Bad() {
      @Override
      public boolean equals(Object other) {
        throw new AssertionError("not to be compared");
      }

      @Override
      public int hashCode() {
        return 1;
      }
    }

    assertThat(SameResult.of(new Bad(), new Bad())).isTrue();
  }
}
