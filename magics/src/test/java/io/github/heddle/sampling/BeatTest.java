package io.github.heddle.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BeatTest {
  private final Beat beat = new Beat(100, 0);
  private final Beat slack = new Beat(1_000, 80);

  @Test
  void toBeLateDoesNotPutOffWhatFollows() {
    assertThat(beat.pause(101, 10)).isEqualTo(9);
    assertThat(beat.pause(114, 10)).isEqualTo(6);
    assertThat(beat.pause(120, 10)).isEqualTo(10);
  }

  @Test
  void whatWasMissedIsNotMadeUpFor() {
    assertThat(beat.pause(100, 10)).isEqualTo(10);
    assertThat(beat.pause(147, 10)).isEqualTo(5);
    assertThat(beat.pause(152, 10)).isEqualTo(10);
  }

  @Test
  void theIntervalMayChange() {
    assertThat(beat.pause(100, 10)).isEqualTo(10);
    assertThat(beat.pause(110, 40)).isEqualTo(40);
    assertThat(beat.pause(150, 4)).isEqualTo(4);
  }

  @Test
  void whoMayBeWokenLaterAsksForItEarlier() {
    assertThat(slack.pause(1_000, 500)).isEqualTo(420);
    assertThat(slack.pause(1_500, 500)).isEqualTo(420);
  }

  @Test
  void whatWasDoneEarlyIsDoneEarlyAgain() {
    slack.pause(1_000, 500);

    assertThat(slack.pause(1_430, 500)).isEqualTo(420);
    assertThat(slack.pause(1_930, 500)).isEqualTo(420);
  }

  @Test
  void slackTakesNoMoreThanHalfOfAShortInterval() {
    assertThat(slack.pause(1_000, 100)).isEqualTo(50);
    assertThat(slack.pause(1_130, 100)).isEqualTo(35);
  }
}
