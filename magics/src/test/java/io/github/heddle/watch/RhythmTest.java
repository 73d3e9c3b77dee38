package io.github.heddle.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RhythmTest {
  @Test
  void tasksAreCountedAtMostTwiceASecond() {
    assertThat(Rhythm.pause(0)).isEqualTo(500_000_000);
    assertThat(Rhythm.pause(2_500_000)).isEqualTo(500_000_000);
  }

  @Test
  void countingTakesAtMostHalfOfAHundredthOfACore() {
    assertThat(Rhythm.pause(20_000_000)).isEqualTo(4_000_000_000L);
  }

  @Test
  void firstPicturesMayBeDearer() {
    assertThat(Rhythm.lanesDue(1_000_000_000, 0)).isTrue();
    assertThat(Rhythm.lanesDue(1_500_000_000, 80_000_000)).isTrue();
  }

  @Test
  void picturesThatWereTooDearAreMadeUpForByWaiting() {
    assertThat(Rhythm.lanesDue(2_000_000_000, 300_000_000)).isFalse();
    assertThat(Rhythm.lanesDue(41_000_000_000L, 300_000_000)).isTrue();
  }
}
