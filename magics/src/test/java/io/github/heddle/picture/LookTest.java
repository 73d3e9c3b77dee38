package io.github.heddle.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.heddle.trace.State;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whether states can be told apart by readers who see fewer colours, or none.
class LookTest {
  /// Told apart at a glance, side by side.
  private static final double DISTINCT = 10;

  private static final double LIGHTER = 12;

  /// Of the lane's height: 2 pixels of 14.
  private static final double THICKER = 0.14;

  record Pair(State one, State other) {}

  private static List<Pair> pairs() {
    return Stream.of(State.values())
        .flatMap(one ->
            Stream.of(State.values())
                .filter(other -> other.compareTo(one) > 0)
                .map(other -> new Pair(one, other)))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Sight.class)
  void statesAreOfDifferentColoursToEveryEye(Sight sight) {
    assertThat(pairs())
        .allSatisfy(pair ->
            assertThat(sight.distance(Look.of(pair.one).rgb(), Look.of(pair.other).rgb()))
                .isGreaterThan(DISTINCT));
    assertThat(sight.distance(Look.OWN, Look.OTHER)).isGreaterThan(DISTINCT);
  }

  @Test
  void withoutColourStatesDifferInLightnessOrThickness() {
    assertThat(pairs())
        .allSatisfy(pair -> {
          Look one = Look.of(pair.one);
          Look other = Look.of(pair.other);
          double lighter = Math.abs(Sight.lightness(one.rgb()) - Sight.lightness(other.rgb()));
          double thicker = Math.abs(one.thickness() - other.thickness());
          assertThat(lighter >= LIGHTER || thicker >= THICKER)
              .as("lightness by %.0f, thickness by %.2f", lighter, thicker)
              .isTrue();
        });
    assertThat(Math.abs(Sight.lightness(Look.OWN) - Sight.lightness(Look.OTHER)))
        .isGreaterThan(LIGHTER);
  }

  @Test
  void lettersOfTheTextAreDifferent() {
    assertThat(Arrays.stream(State.values()).map(state -> Look.of(state).letter()))
        .doesNotHaveDuplicates();
  }

  /// 4.5 is what the guidelines ask of small text.
  @Test
  void numbersOnBarsCanBeRead() {
    assertThat(State.values())
        .filteredOn(state -> state != State.FAILED) // carries none
        .allSatisfy(state ->
            assertThat(Sight.contrast(Look.of(state).rgb(), Look.of(state).ink()))
                .isGreaterThan(4.5));
  }

  /// What is seen least on white is seen well on black, and the other way round: its edge has to be
  /// seen on both.
  @Test
  void barsAreSeenOnWhiteAndOnBlack() {
    assertThat(State.values())
        .allSatisfy(state -> {
          assertThat(Sight.contrast(Look.of(state).edge(), Look.WHITE)).isGreaterThan(2);
          assertThat(Sight.contrast(Look.of(state).edge(), Look.BLACK)).isGreaterThan(2);
        });
  }

  @Test
  void theEyesAreThoseOfTheLiterature() {
    assertThat(Sight.lightness(0xFFFFFF)).isCloseTo(100, within(0.1));
    assertThat(Sight.contrast(0xFFFFFF, 0x000000)).isCloseTo(21, within(0.01));
    assertThat(Sight.contrast(0x767676, 0xFFFFFF)).isCloseTo(4.54, within(0.01));
    // pure red and the dark yellow it is confused with
    double confused = Sight.PROTANOPIA.distance(0xFF0000, 0x705F00);
    assertThat(confused).isLessThan(Sight.USUAL.distance(0xFF0000, 0x705F00) / 2);
    assertThat(Stream.of(Sight.values()).max(Comparator.comparingDouble(LookTest::red)))
        .hasValue(Sight.USUAL);
  }

  private static double red(Sight sight) {
    return sight.distance(0xFF0000, 0x00FF00);
  }
}
