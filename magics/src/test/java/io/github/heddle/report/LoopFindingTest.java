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
    assertThat(finding.inPython().orElseThrow())
        .contains("asyncio.to_thread", "a process pool computing");
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
  void aLoopOverlapsOnlyTheWaitingOfMixedTasks() {
    SampleRun run =
        SampleRun.of(2, 1)
            .model("async")
            .whole(0, 0, State.RUNNING, 0, 100)
            .whole(0, 1, State.WAITING, 0, 100);

    assertThat(finding(run).headline()).contains("2 mixed tasks");
    assertThat(finding(run).subtitle())
        .isEqualTo("the loop overlaps what tasks wait for, not what they compute");
  }

  @Test
  void numbersSayWhatATaskWaitedForAndWhoHeldTheLoop() {
    assertThat(Measure.of(SampleRuns.loop().report().numbers()))
        .extracting(Measure::name)
        .contains("waiting for the loop", "held the loop")
        .doesNotContain("waiting for a core", "waiting for a carrier", "held a carrier");
    assertThat(Measure.of(SampleRuns.loop().report().numbers()))
        .filteredOn(measure -> measure.name().equals("held the loop"))
        .extracting(Measure::text)
        .containsExactly("400 ms (task 2)");
    assertThat(Measure.of(SampleRuns.io().report().numbers()))
        .extracting(Measure::name)
        .contains("waiting for a core")
        .doesNotContain("waiting for a carrier", "waiting for the loop", "held the loop");
  }

  @Test
  void carriersAreNoLoopAndComputingOnThemHoldsNobodyUp() {
    SampleRun computes = sleepers("virtual", 4, 300).hold(hold(1, 200, false));
    SampleRun waits = sleepers("virtual", 4, 300).hold(hold(1, 200, true));

    assertThat(Measure.of(computes.report().numbers()))
        .extracting(Measure::name)
        .contains("waiting for a carrier")
        .doesNotContain("waiting for the loop", "held the loop", "held a carrier");
    assertThat(Measure.of(waits.report().numbers()))
        .filteredOn(measure -> measure.name().equals("held a carrier"))
        .extracting(Measure::text)
        .containsExactly("200 ms (task 1)");
    assertThat(finding(waits).subtitle()).contains("task 1 held its carrier for 200 ms");
    assertThat(finding(computes.inState(State.READY, 600)).subtitle())
        .isEqualTo(
            "used 0.01 of 2 cores · tasks spent 33 % of their time waiting for a carrier: all of"
                + " them together have more to compute than 1 carrier can");
  }

  /// Tasks that have a part done on a thread beside the loop, two at a time; the others wait for
  /// one.
  private static SampleRun offloading(State state) {
    SampleRun run = SampleRun.of(4, 1).model("async").onLoop("offload-1", "offload-2");
    for (int task = 0; task < 4; task++) {
      double from = task / 2 * 200;
      run.task(task, 1 + task, Ending.DONE, 0, from + 200)
          .slice(1 + task, task, State.READY, 0, from)
          .slice(1 + task, task, state, from, from + 200);
      slice(run, 5 + task % 2, task, state, from);
    }
    return run;
  }

  /// Time on the thread beside the loop is not counted a second time.
  private static void slice(SampleRun run, int lane, int task, State state, double from) {
    run.slice(lane, task, state, from, from + 200).inState(state, -200);
  }

  @Test
  void whatIsOffloadedIsNotAdvisedToLeaveTheLoop() {
    assertThat(finding(offloading(State.RUNNING).cpu(790)).subtitle())
        .endsWith(
            "tasks spent 33 % of their time waiting for one of 2 workers beside the loop, or for"
                + " the loop: the cores were the limit");
    assertThat(finding(computingBesideTheLoop()).subtitle())
        .endsWith("what was offloaded computed beside the loop, on 1 worker");
  }

  @Test
  void whatIsOffloadedIsLimitedByCores() {
    assertThat(finding(computingBesideTheLoop().cpu(390)).subtitle())
        .endsWith("beside the loop, on 1 worker: the cores were the limit");
    assertThat(finding(offloading(State.RUNNING).cores(8).cpu(790)).subtitle())
        .endsWith("or for the loop: as many at once as there are cores is the most that helps");
  }

  @Test
  void otherProgramsAreNamedAfterWhatIsOffloaded() {
    assertThat(finding(crowded(computingBesideTheLoop(), 200)).subtitle())
        .endsWith("on 1 worker, while other programs took 1.40 cores");
    assertThat(finding(crowded(computingBesideTheLoop().cpu(390), 200)).subtitle())
        .endsWith("the cores were the limit, while other programs took 1.40 cores");
    assertThat(finding(crowded(offloading(State.RUNNING).cpu(790), 400)).subtitle())
        .endsWith("the cores were the limit, while other programs took 1.40 cores");
    assertThat(finding(crowded(offloading(State.RUNNING).cpu(390), 400)).subtitle())
        .endsWith("is the most that helps, while other programs took 1.40 cores");
  }

  private static SampleRun crowded(SampleRun run, double wall) {
    return run.bin(0, 0, wall, 0.25, 0.7).bin(1, 0, wall, 0.25, 0.7);
  }

  private static SampleRun computingBesideTheLoop() {
    SampleRun run = SampleRun.of(1, 1).model("async").onLoop("offload-1").cpu(190);
    run.whole(1, 0, State.RUNNING, 0, 200);
    slice(run, 2, 0, State.RUNNING, 0);
    return run;
  }

  @Test
  void whatWaitsNeedsNoThreadToBeOffloadedTo() {
    assertThat(finding(offloading(State.WAITING).cpu(1)).subtitle())
        .endsWith("what waits needs none, it leaves the loop by itself");
  }

  @Test
  void otherProgramsAreNamedAfterWhatTheLoopCannotDo() {
    SampleRun crowded =
        computing(4, 100).cpu(200).bin(0, 0, 400, 0.25, 0.7).bin(1, 0, 400, 0.25, 0.7);
    crowded.inState(State.READY, 300);

    assertThat(finding(crowded).subtitle())
        .endsWith("threads or processes can use the others, while other programs took 1.40 cores");
  }
}
