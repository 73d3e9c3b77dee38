package io.github.heddle.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.task.Ending;
import io.github.heddle.trace.State;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What keeps findings from being certain.
class CautionsTest {
  private static Optional<String> caution(SampleRun run) {
    return run.report().finding().caution();
  }

  private static Finding compared(Report... reports) {
    return Versus.of(List.of(reports), List.of(), Optional.empty()).finding();
  }

  private static Report repeated(String model, double... walls) {
    SampleRun run = tasks(4, walls[0]).model(model);
    List<Numbers> measured =
        Arrays.stream(walls).mapToObj(wall -> tasks(4, wall).report().numbers()).toList();
    return Report.of(run.plan(), Collections.nCopies(4, Ending.DONE), run.trace(), measured);
  }

  private static SampleRun tasks(int tasks, double millis) {
    return SampleRun.parallel(tasks, State.RUNNING, millis);
  }

  @Test
  void littleThatWasMeasuredIsSaid() {
    assertThat(caution(tasks(2, 50)))
        .hasValue("not certain: 2 tasks say little of others; a run of 50.0 ms is short");
    assertThat(caution(tasks(1, 500))).hasValue("not certain: one task says little of others");
    assertThat(caution(tasks(3, 500))).isEmpty();
  }

  @Test
  void whatDisturbedTheRunIsSaidOnce() {
    SampleRun disturbed = tasks(4, 500).bin(0, 0, 500, 0.5, 0.5).bin(1, 0, 500, 0.5, 0.5);
    assertThat(caution(disturbed)).hasValue("not certain: other programs took 1.00 cores");

    Finding said =
        SampleRuns.oversubscribed()
            .bin(0, 0, 1200, 0.5, 0.5)
            .bin(1, 0, 1200, 0.5, 0.5)
            .report()
            .finding();
    assertThat(said.subtitle()).contains("other programs took 1.04 cores");
    assertThat(said.caution()).isEmpty();
  }

  @Test
  void runsThatDifferAreSaid() {
    assertThat(repeated("threads", 200, 400, 300).finding().caution())
        .hasValue("not certain: runs of the same differ by 2.00×");
    assertThat(repeated("threads", 200, 220).finding().caution()).isEmpty();
  }

  @Test
  void ofWhatIsPlainThereIsNoDoubt() {
    assertThat(caution(SampleRuns.deadlock())).isEmpty();
    assertThat(caution(SampleRuns.tiny())).isEmpty();
    assertThat(caution(SampleRun.of(0, 2))).isEmpty();
    assertThat(caution(SampleRun.of(1, 1).task(0, 0, Ending.FAILED, 0, 50))).isEmpty();
  }

  @Test
  void cautionIsALineBetweenAdviceAndPython() {
    SampleRun run = tasks(2, 100);

    assertThat(run.report().finding().lines())
        .hasSize(3)
        .element(1)
        .isEqualTo("not certain: 2 tasks say little of others");
    assertThat(run.report().finding().text()).contains(". not certain: 2 tasks");
  }

  @Test
  void comparisonOfSingleRunsIsNotCertain() {
    assertThat(compared(tasks(4, 200).report()).caution())
        .hasValue("not certain: each was run once: --repeat 5 shows how far runs differ");
    assertThat(compared(repeated("threads", 200, 210)).caution()).isEmpty();
  }

  @Test
  void comparisonOfShortRunsOfFewTasksIsNotCertain() {
    assertThat(compared(tasks(2, 99).report()).caution())
        .get()
        .asString()
        .contains("2 tasks say little of others", "a run of 99.0 ms is short");
    assertThat(compared(tasks(3, 101).report()).caution())
        .get()
        .asString()
        .doesNotContain("say little", "is short");
  }

  @Test
  void modelWhoseRunsWerePartlyAsFastIsNotCertainToBeSlower() {
    assertThat(compared(repeated("sequential", 200, 260), repeated("threads", 240, 250)).caution())
        .hasValue("not certain: runs of threads were as fast as some of sequential");
    assertThat(compared(repeated("sequential", 200, 235), repeated("threads", 240, 250)).caution())
        .isEmpty();
  }

  @Test
  void comparisonOnABusyMachineIsNotCertain() {
    assertThat(compared(busy(0.51)).caution())
        .get()
        .asString()
        .contains("other programs took up to 26 % of the machine");
    assertThat(compared(busy(0.49)).caution()).get().asString().doesNotContain("other programs");
  }

  private static Report busy(double others) {
    return tasks(4, 200).bin(0, 0, 200, 0.4, others).bin(1, 0, 200, 0.4, 0).report();
  }

  @Test
  void modelIsSlowerFromATenthOn() {
    Report threads = SampleComparisons.threads(4, 2, 200).report();

    assertThat(
            compared(threads, SampleComparisons.threads(4, 2, 222).model("processes").report())
                .subtitle())
        .endsWith("processes do too, but tasks and results have to be sent");
    assertThat(
            compared(threads, SampleComparisons.threads(4, 2, 218).model("processes").report())
                .subtitle())
        .endsWith("on several cores at once");
  }

  @Test
  void comparisonIsTooShortBelowTenMilliseconds() {
    assertThat(compared(tasks(4, 9.9).report()).headline()).startsWith("too short to compare");
    assertThat(compared(tasks(4, 10.1).report()).headline()).startsWith("only threads");
  }
}
