package io.github.heddle.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LookLogTest {
  private static final long HOUR = 3_600_000_000_000L;
  private static final long MILLI = 1_000_000;

  private final LookLog log = new LookLog(200);

  private static Look look(State state, long from, long to, int line) {
    return new Look(1, state, from, to, new CodeLine("cell 4", line));
  }

  @Test
  void looksOfAnHourAreBoundedAndCoverAllOfIt() {
    int asked = 0;
    for (long now = 0; now < HOUR; now += 25 * MILLI) {
      if (log.wants(now)) {
        asked++;
        log.add(look(State.RUNNING, now, now + 1, asked % 7));
      }
    }

    assertThat(log.looks()).hasSizeBetween(90, 200);
    assertThat(asked).as("looks cost something").isLessThan(5_000);
    for (int i = 1; i < log.looks().size(); i++) {
      long gap = log.looks().get(i).fromNanos() - log.looks().get(i - 1).fromNanos();
      assertThat(gap).isLessThan(HOUR / 40);
    }
  }

  @Test
  void waitThatGoesOnIsOneLook() {
    log.add(look(State.WAITING, 10, 20, 3));
    log.extend(500);
    log.add(look(State.WAITING, 500, 700, 3));
    log.add(look(State.WAITING, 700, 800, 4));

    assertThat(log.looks())
        .containsExactly(look(State.WAITING, 10, 700, 3), look(State.WAITING, 700, 800, 4));
  }

  @Test
  void whatIsTakenAwayInPiecesIsTheSameTogether() {
    LookLog together = new LookLog(200);
    log.add(look(State.RUNNING, 1, 2, 2));
    log.add(look(State.WAITING, 10, 20, 3));
    log.take().forEach(together::add);
    log.extend(50);
    log.take().forEach(together::add);
    log.take().forEach(together::add);

    assertThat(together.looks())
        .containsExactly(look(State.RUNNING, 1, 2, 2), look(State.WAITING, 10, 50, 3));
  }

  @Test
  void lastLookStaysWhenOthersAreLeftOut() {
    for (long now = 0; now < 2_000; now += 10) {
      log.add(look(State.RUNNING, now, now + 1, 3));
    }

    assertThat(log.looks()).hasSize(100);
    assertThat(log.looks().getLast().fromNanos()).isEqualTo(1990);
  }
}
