package io.github.heddle.ship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosedTypesTest {
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Plain(int number, String text, double[] data) {}

  record Open(int number, Object anything) {}

  record Holding(Plain plain, Thread.State state) {}

  record Chain(Chain next) {}

  @ParameterizedTest
  @ValueSource(classes = {Integer.class, String.class, int[].class, Plain.class, Plain[].class})
  void typesAreClosedWhereOneObjectIsLikeAllOthers(Class<?> type) {
    assertThat(new ClosedTypes().contain(type)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(classes = {Object[].class, Open.class, Holding.class, Chain.class, ArrayList.class})
  void otherTypesAreOpen(Class<?> type) {
    assertThat(new ClosedTypes().contain(type)).isFalse();
  }
}
