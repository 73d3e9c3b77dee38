package io.github.heddle.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.sampling.Watched.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What looks at stacks may cost, by a clock that the test turns.
class LookBudgetTest {
  private static final long SECOND = 1_000_000_000;

  private final LookBudget budget = new LookBudget();

  private long spent(long each, long seconds) {
    long spent = 0;
    for (long now = 0; now < seconds * SECOND; now += budget.pause(now)) {
      for (Answer answer : Answer.values()) {
        for (int thread = 0; thread < 10 && budget.allows(answer, now); thread++) {
          budget.looked(answer, each);
          spent += each;
        }
      }
    }
    return spent;
  }

  @ParameterizedTest
  @ValueSource(longs = {10_000, 50_000, 100_000})
  void looksOfASecondTakeLessThanAPercentOfACore(long each) {
    assertThat(spent(each, 1)).isBetween(SECOND / 300, SECOND / 100);
  }

  @ParameterizedTest
  @ValueSource(longs = {10_000, 50_000, 100_000})
  void looksOfAnHourTakeAThirdOfAPercent(long each) {
    assertThat(spent(each, 3600)).isBetween(3600 * SECOND / 1000, 3600 * SECOND / 300);
  }

  @ParameterizedTest
  @EnumSource(Answer.class)
  void firstLooksThatAreDearDoNotMakeBlind(Answer answer) {
    budget.looked(answer, 100_000_000);

    assertThat(budget.allows(answer, 1_000_000)).isTrue();
  }

  @Test
  void looksThatHaveToWaitForTheirAnswerTakeAQuarter() {
    int late = 0;
    int atOnce = 0;
    for (; budget.allows(Answer.LATE, SECOND); late++) {
      budget.looked(Answer.LATE, 50_000);
    }
    for (; budget.allows(Answer.COMPUTING, SECOND); atOnce++) {
      budget.looked(Answer.COMPUTING, 50_000);
    }

    assertThat(late).isBetween(atOnce / 4, atOnce / 4 + 1);
  }

  @ParameterizedTest
  @EnumSource(Answer.class)
  void looksOfOneKindLeaveSomethingForTheOthers(Answer answer) {
    while (budget.allows(answer, 0)) {
      budget.looked(answer, 100_000);
    }

    assertThat(Answer.values()).filteredOn(other -> budget.allows(other, 0)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {10_000, 50_000, 100_000})
  void whatItCostsToAskMakesItAskLessOften(long each) {
    long spent = 0;
    for (long now = 0; now < 10 * SECOND; now += budget.pause(now)) {
      budget.asked(each);
      spent += each;
    }

    assertThat(spent).isLessThanOrEqualTo(10 * SECOND / 980);
  }

  @Test
  void shortRunIsLookedAtMoreOftenThanALongOne() {
    assertThat(budget.pause(0)).isLessThan(budget.pause(SECOND));
  }
}
