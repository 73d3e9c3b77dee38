package io.github.heddle.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.plan.OnError;
import io.github.heddle.plan.Plan;
import io.github.heddle.plan.Turn;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final Plan PLAN = new Plan("threads", 40, 4, Optional.empty(), OnError.CONTINUE);

  private static Progress after(double seconds, int ended, OptionalInt underWay) {
    return new Progress(Turn.only(PLAN), ended, (long) (seconds * 1e9), underWay);
  }

  @Test
  void saysWhatIsDoneAndHowFastAndWhatIsLeft() {
    assertThat(after(3, 12, OptionalInt.of(4)).text())
        .isEqualTo("threads: 12 of 40 tasks done after 3 s · 4.00 per second · about 7 s left");
  }

  @Test
  void timeLeftIsNotGuessedWhileOnlyBeginningsAreKnown() {
    assertThat(after(3, 3, OptionalInt.of(4)).nanosLeft()).isEmpty();
    assertThat(after(3, 12, OptionalInt.empty()).nanosLeft()).isEmpty();
    assertThat(after(3, 0, OptionalInt.of(4)).text())
        .isEqualTo("threads: 0 of 40 tasks done after 3 s");
  }

  @Test
  void nothingIsLeftWhenAllIsDone() {
    assertThat(after(10, 40, OptionalInt.of(0)).nanosLeft()).isEmpty();
  }

  @Test
  void longTimesAreInMinutes() {
    assertThat(after(200, 10, OptionalInt.of(4)).text())
        .contains("after 3 min 20 s")
        .endsWith("about 10 min 0 s left");
  }

  @Test
  void saysWhichRunItIs() {
    assertThat(new Progress(new Turn(PLAN, false, 2, 5), 20, 2_000_000_000, OptionalInt.of(4)))
        .extracting(Progress::text)
        .asString()
        .startsWith("threads, run 2 of 5: 20 of 40")
        .endsWith("about 2 s left in this run");
    assertThat(new Turn(PLAN, true, 1, 1)).hasToString("threads, warm-up");
  }
}
