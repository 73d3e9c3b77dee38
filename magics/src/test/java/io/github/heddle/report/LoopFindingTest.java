package io.github.heddle.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.task.Ending;
import io.github.heddle.trace.Hold;
import io.github.heddle.trace.State;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What runs on an event loop, or on carriers, teach.
class LoopFindingTest {
  private static final long MILLI = 1_000_000;

  private static Finding finding(SampleRun run) {
    return run.report().finding();
  }

  private static Hold hold(int task, long millis, boolean pinned) {
    return new Hold(task, 0, millis * MILLI, 3, pinned, Optional.empty());
  }

  /// Tasks that sleep for so long on one loop, side by side.
  private static SampleRun sleepers(String model, int tasks, double millis) {
    SampleRun run = SampleRun.of(tasks, 1).model(model).cpu(2);
    for (int task = 0; task < tasks; task++) {
      run.task(task, 0, Ending.DONE, 0, millis).inState(State.WAITING, millis);
    }
    return run;
  }

  /// Tasks that compute for so long on one loop, one after the other.
  private static SampleRun computing(int tasks, double millis) {
    SampleRun run = SampleRun.of(tasks, 1).model("async").cpu(tasks * millis);
    for (int task = 0; task < tasks; task++) {
      run.whole(0, task, State.RUNNING, task * millis, (task + 1) * millis);
    }
    return run;
  }

  @Test
  void waitingTasksNeedOneThread() {
    Finding finding = finding(sleepers("async", 10, 100));

    assertThat(finding.headline())
        .isEqualTo(
            "async: 10 I/O-bound tasks on 1 thread finished in 100 ms, 10.0× faster than one at a"
                + " time");
    assertThat(finding.subtitle()).endsWith("waiting for I/O or sleep: one thread is enough");
    assertThat(finding.inPython().orElseThrow()).contains("asyncio does the same");
  }

  @Test
  void virtualThreadsThatWaitAreNamedWithTheirCarriers() {
    Finding finding = finding(sleepers("virtual", 10, 100));

    assertThat(finding.headline()).contains("on 1 carrier finished");
    assertThat(finding.subtitle()).endsWith("async would need only one thread");
    assertThat(finding.inPython().orElseThrow()).startsWith("Python has no virtual threads");
  }

  @Test
  void taskThatHeldTheLoopIsNamedWithDurationAndPlace() {
    Finding finding = finding(SampleRuns.loop());

    assertThat(finding.subtitle())
        .endsWith(
            "task 2 held the loop for 400 ms at cell 4, line 3 while 4 others were ready:"
                + " Heddle.offload(() -> …) computes beside the loop");
    assertThat(finding.inPython().orElseThrow()).contains("asyncio.to_thread");
  }

  @Test
  void pinnedTaskIsNotSaidToCompute() {
    SampleRun run = sleepers("async", 4, 300).hold(hold(1, 200, true));

    assertThat(finding(run).subtitle())
        .contains("task 1 held the loop for 200 ms while 3 others were ready")
        .contains("cannot leave its carrier")
        .doesNotContain("offload");
  }

  @Test
  void holdThatDidNotMatterIsNotTheFinding() {
    SampleRun run = sleepers("async", 4, 1_000).hold(hold(1, 12, false));

    assertThat(finding(run).subtitle()).endsWith("one thread is enough");
  }

  @Test
  void onlyOneTaskComputesAtATimeOnALoop() {
    SampleRun run = computing(4, 100).hold(hold(0, 100, false)).hold(hold(1, 100, false));

    assertThat(finding(run).subtitle())
        .endsWith("on one core: threads or processes can use the others");
  }

  @Test
  void loopThatHasMoreToDoThanItCan() {
    SampleRun run = sleepers("async", 4, 300).inState(State.READY, 600).cpu(290);

    assertThat(finding(run).subtitle())
        .contains("waiting for the loop: all of them together have more to compute than one");
  }

  @Test
  void numbersSayWhatATaskWaitedForAndWhoHeldTheLoop() {
    assertThat(Measure.of(SampleRuns.loop().report().numbers()))
        .extracting(Measure::name)
        .contains("waiting for a carrier", "held the loop")
        .doesNotContain("waiting for a core");
    assertThat(Measure.of(SampleRuns.loop().report().numbers()))
        .filteredOn(measure -> measure.name().equals("held the loop"))
        .extracting(Measure::text)
        .containsExactly("400 ms (task 2)");
    assertThat(Measure.of(SampleRuns.io().report().numbers()))
        .extracting(Measure::name)
        .contains("waiting for a core")
        .doesNotContain("waiting for a carrier", "held the loop");
  }
}
