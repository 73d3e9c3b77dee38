package io.github.heddle.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.task.Ending;
import io.github.heddle.trace.Deadlock;
import io.github.heddle.trace.Replacement;
import io.github.heddle.trace.State;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// The sentence in which a finding says what happened.
class HeadlineTest {
  private static Finding finding(SampleRun run) {
    return run.report().finding();
  }

  @Test
  void namesKindTasksWorkersTimeAndSpeedUp() {
    assertThat(finding(SampleRuns.oversubscribed()).headline())
        .isEqualTo(
            "threads: 8 CPU-bound tasks on 4 threads finished in 1.20 s,"
                + " 2.00× faster than one at a time");
  }

  @Test
  void knowsSingular() {
    assertThat(finding(SampleRun.parallel(1, State.RUNNING, 50)).headline())
        .isEqualTo("threads: 1 CPU-bound task on 1 thread finished in 50.0 ms");
  }

  @Test
  void saysAsFastWhereNothingWasGained() {
    assertThat(finding(SampleRuns.locked()).headline())
        .isEqualTo(
            "threads: 4 lock-bound tasks on 4 threads finished in 400 ms, as fast as one at a"
                + " time");
  }

  @Test
  void saysSlowerWhereTimeWasLost() {
    SampleRun run =
        SampleRun.of(2, 2).whole(0, 0, State.RUNNING, 0, 40).whole(1, 1, State.RUNNING, 160, 200);

    assertThat(finding(run).headline())
        .endsWith("finished in 200 ms, 2.50× slower than one at a time");
  }

  @Test
  void isNotSlowerWhereOtherProgramsMayHaveHeldItUp() {
    SampleRun run =
        SampleRun.of(2, 2).whole(0, 0, State.RUNNING, 0, 40).whole(1, 1, State.RUNNING, 160, 200);

    assertThat(finding(run.bin(0, 0, 200, 0, 0.9)).headline())
        .isEqualTo("threads: 2 CPU-bound tasks on 2 threads finished in 200 ms");
  }

  @Test
  void isNotSlowerWhereAQuotaHeldItBack() {
    SampleRun run =
        SampleRun.of(2, 2).whole(0, 0, State.RUNNING, 0, 40).whole(1, 1, State.RUNNING, 160, 200);

    assertThat(finding(run.quota(8, 0.5).throttled(100)).headline())
        .isEqualTo("threads: 2 CPU-bound tasks on 2 threads finished in 200 ms");
  }

  @Test
  void isNotSlowerWhereNoTaskHeldTheLock() {
    SampleRun run = SampleRun.of(2, 2);
    for (int task = 0; task < 2; task++) {
      run.slice(task, task, State.WAITING, 0, 40)
          .slice(task, task, State.LOCKED, 40, 200)
          .task(task, task, Ending.DONE, 0, 200);
    }

    assertThat(finding(run).headline())
        .isEqualTo("threads: 2 lock-bound tasks on 2 threads finished in 200 ms");
  }

  @Test
  void namesNoSpeedUpWhereCarriersGotNoCores() {
    SampleRun run = SampleRun.of(4, 4).model("virtual").cpu(100);
    for (int task = 0; task < 4; task++) {
      run.slice(task, task, State.READY, 0, 75)
          .slice(task, task, State.RUNNING, 75, 200)
          .task(task, task, Ending.DONE, 0, 200);
    }

    assertThat(finding(run).headline()).contains("faster");
    assertThat(finding(run.bin(0, 0, 200, 0.5, 0.9)).headline())
        .isEqualTo("virtual: 4 CPU-bound tasks on 4 carriers finished in 200 ms");
  }

  @Test
  void namesNoKindAndNoSpeedUpOfARunTooShortToSay() {
    assertThat(finding(SampleRuns.tiny()).headline())
        .isEqualTo("threads: 4 tasks on 4 threads finished in 160 µs");
  }

  @Test
  void namesNoSpeedUpWhereStatesAreNotMeasured() {
    assertThat(finding(SampleRuns.io().withoutStates()).headline())
        .isEqualTo("threads: 10 tasks on 10 threads finished in 395 ms");
  }

  @Test
  void sequentialIsTheBaseline() {
    assertThat(finding(SampleRuns.sequential()).headline())
        .isEqualTo("sequential: 4 CPU-bound tasks, one at a time, finished in 799 ms");
  }

  @Test
  void countsWhatAnInterruptedRunHadDone() {
    assertThat(finding(SampleRuns.interrupted()).headline())
        .isEqualTo("threads: interrupted: 5 of 16 tasks done in 3.10 s");
  }

  @Test
  void saysThatTheTimeLimitEndedTheRun() {
    SampleRun run =
        SampleRun.of(3, 1)
            .whole(0, 0, State.RUNNING, 0, 900)
            .task(1, 0, Ending.TIMED_OUT, 900, 2_000);

    assertThat(finding(run).headline())
        .isEqualTo("threads: the time limit ended the run after 2.00 s: 1 of 3 tasks done");
  }

  @Test
  void saysThatAFailureStoppedTheRun() {
    SampleRun run =
        SampleRun.of(3, 1)
            .stopsOnError()
            .whole(0, 0, State.RUNNING, 0, 900)
            .task(1, 0, Ending.FAILED, 900, 1_000);

    assertThat(finding(run).headline())
        .isEqualTo("threads: stopped at the first failure after 1.00 s: 1 of 3 tasks done");
  }

  @Test
  void countsFailures() {
    assertThat(finding(SampleRuns.failed()).headline())
        .isEqualTo("threads: 3 of 16 tasks failed; the run took 799 ms on 2 threads");
    assertThat(finding(SampleRun.of(1, 1).task(0, 0, Ending.FAILED, 0, 50)).headline())
        .startsWith("threads: the task failed;");
    assertThat(
            finding(
                    SampleRun.of(2, 1)
                        .task(0, 0, Ending.FAILED, 0, 50)
                        .task(1, 0, Ending.FAILED, 50, 90))
                .headline())
        .startsWith("threads: all 2 tasks failed;");
  }

  @Test
  void saysThatTasksWaitedForEachOther() {
    assertThat(finding(SampleRuns.deadlock()).headline())
        .isEqualTo(
            "threads: all 2 tasks waited for each other for ever and had to be ended; the run took"
                + " 400 ms on 2 threads");
    assertThat(finding(deadlockAmongFour()).headline())
        .startsWith("threads: 2 of 4 tasks waited for each other for ever and had to be ended; ");
  }

  @Test
  void countsThoseOfADeadlockAmongTheFailures() {
    assertThat(finding(deadlockAmongFour().task(2, 2, Ending.FAILED, 0, 100)).headline())
        .startsWith(
            "threads: 3 of 4 tasks failed, 2 of them as they waited for each other for ever; the"
                + " run took ");
  }

  private static SampleRun deadlockAmongFour() {
    return SampleRun.of(4, 4)
        .task(0, 0, Ending.FAILED, 0, 400)
        .task(1, 1, Ending.FAILED, 0, 400)
        .whole(2, 2, State.RUNNING, 0, 100)
        .whole(3, 3, State.RUNNING, 0, 100)
        .deadlock(
            new Deadlock.Party("thread-1", OptionalInt.of(0), "B", Optional.empty()),
            new Deadlock.Party("thread-2", OptionalInt.of(1), "A", Optional.empty()));
  }

  @Test
  void saysWhichWorkerProcessWasReplaced() {
    SampleRun run =
        SampleRun.of(3, 2)
            .model("processes")
            .whole(0, 0, State.RUNNING, 0, 100)
            .task(1, 1, Ending.FAILED, 0, 50)
            .whole(1, 2, State.RUNNING, 50, 100);
    Replacement first = new Replacement(2, OptionalInt.of(1));

    assertThat(finding(run.replaced(first)).headline())
        .endsWith("; process-2 ended with task 1 and was replaced");
    assertThat(finding(run.replaced(new Replacement(1, OptionalInt.empty()))).headline())
        .endsWith("; process-1 ended and was replaced");
    assertThat(finding(run.replaced(first, first, first)).headline())
        .endsWith("; 3 times a process that ended was replaced");
  }

  @Test
  void anEmptyRunHasNoTasks() {
    assertThat(finding(SampleRun.of(0, 2)).headline()).isEqualTo("threads: no tasks to run");
  }
}
