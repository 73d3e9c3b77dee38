package io.github.heddle.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.heddle.task.Ending;
import io.github.heddle.trace.State;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NumbersTest {
  private static Numbers numbers(SampleRun run) {
    return run.report().numbers();
  }

  @Test
  void oneAtATimeLeavesOutWaitsForCoresAndLocks() {
    Numbers numbers =
        numbers(
            SampleRun.of(1, 1)
                .slice(0, 0, State.RUNNING, 0, 10)
                .slice(0, 0, State.READY, 10, 30)
                .slice(0, 0, State.WAITING, 30, 70)
                .slice(0, 0, State.LOCKED, 70, 150)
                .task(0, 0, Ending.DONE, 0, 150));

    assertThat(numbers.speedUp()).map(SpeedUp::oneAtATimeNanos).contains(50_000_000L);
    assertThat(numbers.speedUp()).map(SpeedUp::factor).contains(50 / 150.0);
  }

  @Test
  void oneAtATimeHasEachPauseOfTheGarbageCollectorOnce() {
    SampleRun run = SampleRun.of(4, 4).collected(2, 60);
    for (int task = 0; task < 4; task++) {
      run.slice(task, task, State.RUNNING, 0, 30)
          .slice(task, task, State.WAITING, 30, 100)
          .task(task, task, Ending.DONE, 0, 100);
    }

    assertThat(numbers(run).speedUp()).map(SpeedUp::oneAtATimeNanos).contains(220_000_000L);
    assertThat(numbers(run.collected(1, 0)).speedUp())
        .map(SpeedUp::oneAtATimeNanos)
        .contains(400_000_000L);
  }

  @Test
  void speedUpAndEfficiencyOfTwoBusyCores() {
    SpeedUp speedUp = numbers(SampleRuns.oversubscribed()).speedUp().orElseThrow();

    assertThat(speedUp.factor()).isEqualTo(2.0);
    assertThat(speedUp.efficiency()).hasValue(1.0);
  }

  @Test
  void efficiencyCountsWorkersWhereTheyAreFewerThanCores() {
    assertThat(numbers(SampleRuns.mixed()).speedUp().orElseThrow().efficiency().orElseThrow())
        .isCloseTo(0.98, within(0.01));
  }

  @Test
  void efficiencyCountsTheQuotaWhereItIsLess() {
    SampleRun run =
        SampleRun.of(2, 2)
            .quota(8, 1.5)
            .whole(0, 0, State.RUNNING, 0, 150)
            .whole(1, 1, State.RUNNING, 0, 150);

    assertThat(numbers(run).speedUp().orElseThrow().efficiency().orElseThrow())
        .isCloseTo(2 / 1.5, within(1e-9));
  }

  @Test
  void efficiencyIsLeftOutWhereAnyNumberOfTasksShareAWorker() {
    for (String model : List.of("async", "virtual")) {
      SampleRun run = SampleRun.of(2, 1).model(model);
      run.task(0, 0, Ending.DONE, 0, 100).inState(State.WAITING, 100);
      run.task(1, 0, Ending.DONE, 0, 100).inState(State.WAITING, 100);

      SpeedUp speedUp = numbers(run).speedUp().orElseThrow();
      assertThat(speedUp.factor()).isEqualTo(2.0);
      assertThat(speedUp.efficiency()).isEmpty();
      assertThat(Measure.of(numbers(run)))
          .extracting(Measure::name)
          .contains("speed-up")
          .doesNotContain("efficiency");
    }
  }

  @Test
  void sharesAreOfTaskTime() {
    Shares shares = numbers(SampleRuns.locked()).shares().orElseThrow();

    assertThat(shares.running()).isEqualTo(0.4);
    assertThat(shares.locked()).isEqualTo(0.6);
    assertThat(shares.ready() + shares.waiting()).isZero();
  }

  @Test
  void coresUsedIsCpuOverWall() {
    assertThat(numbers(SampleRuns.oversubscribed()).coresUsed().orElseThrow())
        .isCloseTo(2.380 / 1.2, within(1e-9));
  }

  @Test
  void taskTimesAreNearestRanksOfTasksThatEnded() {
    SampleRun run = SampleRun.of(21, 21);
    for (int task = 0; task < 20; task++) {
      run.whole(task, task, State.RUNNING, 0, task + 1);
    }
    run.task(20, 20, Ending.CANCELLED, 0, 500);

    assertThat(numbers(run).taskTimes())
        .contains(new TaskTimes(1_000_000, 10_500_000, 19_000_000, 20_000_000));
  }

  @Test
  void tasksThatFollowEachOtherAreNotInFlightTogether() {
    SampleRun run =
        SampleRun.of(4, 2)
            .whole(0, 0, State.RUNNING, 0, 10)
            .whole(0, 1, State.RUNNING, 10, 20)
            .whole(1, 2, State.RUNNING, 5, 10)
            .whole(1, 3, State.RUNNING, 20, 20);

    assertThat(numbers(run).mostInFlight()).isEqualTo(2);
  }

  @Test
  void tasksWithoutDurationCountAsInFlight() {
    assertThat(numbers(SampleRun.of(1, 1).whole(0, 0, State.RUNNING, 3, 3)).mostInFlight())
        .isEqualTo(1);
  }

  @Test
  void onlyTasksThatEndedCountPerSecond() {
    assertThat(numbers(SampleRuns.interrupted()).tasksPerSecond().orElseThrow())
        .isCloseTo(5 / 3.1, within(1e-9));
  }

  @Test
  void memoryIsPerTaskThatBegan() {
    assertThat(numbers(SampleRuns.interrupted()).bytesPerTask()).hasValue(16 * 8_000 / 7);
  }

  @Test
  void whatWasNotMeasuredIsAbsent() {
    Numbers numbers = numbers(SampleRuns.io().withoutStates());

    assertThat(numbers.speedUp()).isEmpty();
    assertThat(numbers.shares()).isEmpty();
    assertThat(Measure.of(numbers))
        .extracting(Measure::name)
        .contains("wall", "CPU")
        .doesNotContain("speed-up", "efficiency", "one at a time", "running", "throttled");
  }

  @Test
  void everyMeasureHasItsDefinition() {
    assertThat(Measure.of(numbers(SampleRuns.oversubscribed().throttled(30))))
        .hasSizeGreaterThan(18)
        .allSatisfy(measure -> assertThat(measure.definition()).matches("[A-Z].*\\."))
        .contains(new Measure("speed-up", "One at a time / wall.", 2.0, "2.00×", Optional.empty()))
        .extracting(Measure::text)
        .contains("1.98 of 2", "600 ms", "1,340", "30.0 ms");
  }

  @Test
  void anEmptyRunHasNumbersToo() {
    Numbers numbers = numbers(SampleRun.of(0, 2));

    assertThat(numbers.taskTimes()).isEmpty();
    assertThat(numbers.mostInFlight()).isZero();
    assertThat(Measure.of(numbers)).isNotEmpty();
  }
}
