package io.github.heddle.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.heddle.report.SampleCrowds;
import io.github.heddle.report.SampleRun;
import io.github.heddle.report.SampleRuns;
import io.github.heddle.task.Ending;
import io.github.heddle.trace.State;
import io.github.heddle.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarsTest {
  private static Bars bars(SampleRun run) {
    Trace trace = run.trace();
    return Bars.of(
        Rows.of(trace, "threads"), TimeAxis.between(trace.fromNanos(), trace.wallNanos()));
  }

  private static long nanos(Bars bars, int row, State state) {
    return bars.bars().stream()
        .filter(bar -> bar.row() == row && bar.state() == state)
        .mapToLong(Bar::nanos)
        .sum();
  }

  @Test
  void fewSlicesStayExact() {
    Bars bars = bars(SampleRuns.oversubscribed());

    assertThat(bars.stepNanos()).isEmpty();
    assertThat(bars.bars()).hasSize(160);
  }

  @Test
  void slicesOfOneTaskInOneStateBecomeOneBar() {
    Bars bars =
        bars(
            SampleRun.of(2, 1)
                .slice(0, 0, State.RUNNING, 0, 10)
                .slice(0, 0, State.RUNNING, 10, 20)
                .whole(0, 1, State.RUNNING, 20, 30));

    assertThat(bars.bars()).extracting(Bar::nanos).containsExactly(20_000_000L, 10_000_000L);
  }

  @Test
  void manySlicesAreShownInStepsThatKeepTheShares() {
    SampleRun run = SampleCrowds.wide();
    Bars bars = bars(run);
    List<Rows.Row> rows = Rows.of(run.trace(), "threads");

    assertThat(bars.bars()).hasSizeLessThanOrEqualTo(Bars.MOST);
    assertThat(bars.stepNanos()).isPresent();
    for (Rows.Row row : rows) {
      long exact =
          row.slices().stream()
              .filter(slice -> slice.state() == State.READY)
              .mapToLong(slice -> slice.nanos())
              .sum();
      assertThat(nanos(bars, row.index(), State.READY) * row.lanes())
          .isCloseTo(exact, within(1_000L));
    }
  }

  @Test
  void aLaneWithFewSlicesStaysExactBesideBusyOnes() {
    SampleRun run = SampleRun.of(2, 2).whole(0, 0, State.RUNNING, 333, 777);
    for (int turn = 0; turn < 1_000; turn++) {
      run.slice(1, 1, State.RUNNING, turn, turn + 0.5)
          .slice(1, 1, State.WAITING, turn + 0.5, turn + 1);
    }
    Bars bars = bars(run.task(1, 1, Ending.DONE, 0, 1_000));

    assertThat(bars.bars()).hasSizeLessThanOrEqualTo(Bars.MOST);
    assertThat(bars.bars().getFirst().startNanos()).isEqualTo(333_000_000);
    assertThat(nanos(bars, 1, State.WAITING)).isEqualTo(500_000_000);
  }

  @Test
  void lanesBeyondFortyAreFoldedIntoOneRow() {
    List<Rows.Row> rows = Rows.of(SampleCrowds.wide().trace(), "threads");

    assertThat(rows).hasSize(Rows.MOST);
    assertThat(rows.getLast().name()).isEqualTo("…and 25 more threads");
    assertThat(rows.getLast().lanes()).isEqualTo(25);
  }

  @Test
  void aMillionTasksStayWithinTheBound() {
    assertThat(bars(SampleCrowds.million()).bars()).hasSizeLessThanOrEqualTo(Bars.MOST);
  }

  @Test
  void aFailureCanBeSeenHoweverShortItIs() {
    assertThat(bars(SampleRuns.failed()).bars())
        .filteredOn(bar -> bar.state() == State.FAILED)
        .hasSize(3)
        .allSatisfy(bar -> assertThat(bar.nanos()).isPositive());
  }

  @Test
  void aFailureCanBeSeenAmongAMultitudeOfTasks() {
    SampleRun run = SampleRun.of(2_000, 1);
    for (int task = 0; task < 2_000; task++) {
      run.whole(0, task, State.RUNNING, task, task + 0.9);
    }
    run.slice(0, 700, State.FAILED, 700.9, 700.9);

    assertThat(bars(run).bars()).anyMatch(bar -> bar.state() == State.FAILED && bar.nanos() > 0);
  }

  @Test
  void everyTaskIsNumberedOnceWhereTheNumberFits() {
    assertThat(bars(SampleRuns.oversubscribed()).bars())
        .filteredOn(Bar::numbered)
        .extracting(bar -> bar.tasks().text())
        .containsExactlyInAnyOrder("0", "1", "2", "3", "4", "5", "6", "7");
  }

  @Test
  void barsNameTheTasksTheyStandFor() {
    assertThat(new Tasks(3, 3, 1).text()).isEqualTo("3");
    assertThat(new Tasks(3, 17, 15).text()).isEqualTo("3–17");
    assertThat(new Tasks(3, 99, 15).text()).isEqualTo("15 from 3 on");
    assertThat(Tasks.of(3, 1).plus(Tasks.of(3, 1))).isEqualTo(Tasks.of(3, 1));
  }

  @Test
  void barsOfNoCertainTaskSayNoNumber() {
    Bars bars =
        bars(
            SampleRun.of(2, 1)
                .folded(0, 0, 0, State.RUNNING, 0, 10)
                .whole(0, 1, State.RUNNING, 10, 20));

    assertThat(bars.bars())
        .extracting(bar -> bar.tasks().text())
        .containsExactly("not known which", "1");
    assertThat(bars.bars()).extracting(Bar::numbered).containsExactly(false, true);
    assertThat(Tasks.of(0, 0).plus(Tasks.of(3, 1)).text()).isEqualTo("not known which");
    assertThat(Tasks.of(3, 1).plus(Tasks.of(0, 0)).text()).isEqualTo("not known which");
  }

  @Test
  void slicesAfterTheRunAreCutOff() {
    Bars bars =
        bars(SampleRun.of(1, 1).slice(0, 0, State.RUNNING, 0, 12).task(0, 0, Ending.DONE, 0, 10));

    assertThat(bars.bars()).hasSize(1).allMatch(bar -> bar.nanos() == 10_000_000);
  }

  @Test
  void whatWasBeforeTheFirstTaskIsShownWhole() {
    Bars bars = bars(SampleRuns.started());

    assertThat(bars.bars().getFirst().startNanos()).isEqualTo(-180_000_000);
    assertThat(nanos(bars, 0, State.STARTING)).isEqualTo(180_000_000);
    assertThat(nanos(bars, 1, State.STARTING)).isEqualTo(177_000_000);
  }

  @Test
  void whatWasBeforeTheFirstTaskKeepsItsShareInSteps() {
    SampleRun run = SampleCrowds.startedWide();
    Bars bars = bars(run);

    assertThat(bars.stepNanos()).isPresent();
    for (Rows.Row row : Rows.of(run.trace(), "threads")) {
      long exact =
          row.slices().stream()
              .filter(slice -> slice.state() == State.STARTING)
              .mapToLong(slice -> slice.nanos())
              .sum();
      assertThat(nanos(bars, row.index(), State.STARTING) * row.lanes())
          .isCloseTo(exact, within(2_000L));
    }
  }
}
