package io.github.heddle.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.heddle.task.Ending;
import io.github.heddle.trace.LockWait;
import io.github.heddle.trace.State;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// What a finding says held the run back, and what would help.
class SubtitleTest {
  private static Finding finding(SampleRun run) {
    return run.report().finding();
  }

  @Test
  void otherProgramsAreNamedBeforeTooManyThreads() {
    SampleRun crowded =
        SampleRuns.oversubscribed().bin(0, 0, 1200, 0.5, 0.5).bin(1, 0, 1200, 0.5, 0.5);
    assertThat(finding(crowded).subtitle())
        .contains("other programs took 1.04 cores")
        .doesNotContain("more threads than cores");
    assertThat(finding(crowded).headline()).doesNotContain("one at a time");
    assertThat(crowded.report().numbers().coresOfOthers().orElseThrow())
        .isEqualTo(1.04, within(0.001));
  }

  @Test
  void moreWorkersThanCores() {
    assertThat(finding(SampleRuns.oversubscribed()).subtitle())
        .isEqualTo(
            "used 1.98 of 2 cores · tasks spent 50 % of their time waiting for a core: more"
                + " threads than cores do not help");
  }

  @Test
  void waitingThoughThereWereCores() {
    SampleRun run =
        SampleRun.of(1, 1).slice(0, 0, State.READY, 0, 50).whole(0, 0, State.RUNNING, 50, 100);

    assertThat(finding(run).subtitle())
        .isEqualTo(
            "the task spent 50 % of its time waiting for a core, with no more workers than"
                + " cores: see what else ran");
  }

  @Test
  void lock() {
    assertThat(finding(SampleRuns.locked()).subtitle())
        .contains("60 % of their time waiting for a lock");
  }

  @Test
  void lockThatWasSeenIsNamedWithLineAndHolder() {
    LockWait longer =
        new LockWait(
            3,
            "Counter@3f",
            Optional.of("cell 4, line 7"),
            OptionalInt.of(2),
            Optional.of("cell 4, line 7"),
            300_000_000);
    LockWait other =
        new LockWait(
            1, "Queue@1", Optional.empty(), OptionalInt.empty(), Optional.empty(), 10_000_000);

    assertThat(finding(SampleRuns.locked().waits(longer)).subtitle())
        .endsWith(
            "tasks spent 60 % of their time waiting for Counter@3f at cell 4, line 7, held there"
                + " by task 2: hold it for less");
    assertThat(finding(SampleRuns.locked().waits(other, longer)).subtitle())
        .contains("waiting for locks, longest for Counter@3f at");
  }

  @Test
  void deadlockIsNamedBeforeAllElse() {
    assertThat(finding(SampleRuns.deadlock()).subtitle())
        .isEqualTo(
            "deadlock: task 0 waits for Account@b held by task 1, which waits for Account@a held"
                + " by task 0 (cell 4, lines 7 and 12): take locks in the same order");
  }

  @Test
  void waitingForThreadsOfItsOwnIsNoWait() {
    SampleRun run =
        SampleRun.of(2, 2)
            .cpu(400)
            .whole(0, 0, State.WAITING, 0, 100)
            .whole(1, 1, State.WAITING, 0, 100)
            .helpers(4, 390, 200, 0);

    assertThat(finding(run).headline()).contains("2 CPU-bound tasks").contains("3.90× faster");
    assertThat(finding(run).subtitle()).contains("threads that tasks started");
  }

  @Test
  void nothingIsSaidOfWaitsThatMayHaveBeenForASharedPool() {
    SampleRun run =
        SampleRun.of(2, 2)
            .cpu(100)
            .whole(0, 0, State.WAITING, 0, 100)
            .whole(1, 1, State.WAITING, 0, 100)
            .helpers(1, 100, 0, 150);

    assertThat(finding(run).headline())
        .isEqualTo("threads: 2 tasks on 2 threads finished in 100 ms");
    assertThat(finding(run).subtitle()).contains("cannot be told");
  }

  @Test
  void oneCoreGivesNoSpeedUp() {
    assertThat(finding(SampleRun.parallel(2, State.RUNNING, 100).cores(1)).subtitle())
        .isEqualTo(
            "no speed-up of CPU-bound work can be expected on 1 core; waiting can still overlap");
  }

  @Test
  void aQuotaBelowOneCoreGivesNoneEither() {
    assertThat(finding(SampleRun.parallel(2, State.RUNNING, 100).quota(8, 0.5)).subtitle())
        .contains("can be expected on 0.5 cores, the quota here");
  }

  @Test
  void aQuotaThatGivesASpeedUpIsNotSaidToGiveNone() {
    Finding some = finding(BorderRuns.faster(1.06).quota(8, 1.06));
    Finding none = finding(BorderRuns.faster(1.04).quota(8, 1.04));

    assertThat(some.headline()).endsWith("1.06× faster than one at a time");
    assertThat(some.subtitle()).doesNotContain("no speed-up");
    assertThat(none.headline()).endsWith("as fast as one at a time");
    assertThat(none.subtitle()).startsWith("no speed-up of CPU-bound work can be expected on 1.04");
  }

  @Test
  void aQuotaOfOneAndAHalfCoresGivesSomeAndSaysWhatItHeldBack() {
    SampleRun run = SampleRun.parallel(2, State.RUNNING, 100).cpu(140).quota(8, 1.5);

    assertThat(finding(run).subtitle()).doesNotContain("no speed-up");
    assertThat(finding(run.throttled(60)).subtitle())
        .isEqualTo("used 1.40 of 1.5 cores · the quota of 1.5 cores held threads back for 60.0 ms");
  }

  @Test
  void aQuotaOfOneCoreSaysWhatItDidAndWhatCanBeSeen() {
    assertThat(
            finding(SampleRun.parallel(2, State.RUNNING, 100).cpu(99).quota(8, 1).throttled(90))
                .subtitle())
        .isEqualTo(
            "used 0.99 of 1 core · no speed-up of CPU-bound work can be expected on 1 core, the"
                + " quota here, which held threads back for 90.0 ms; waiting can still overlap");
  }

  @Test
  void oneCoreDoesNotMatterToWaiting() {
    assertThat(finding(SampleRun.parallel(2, State.WAITING, 100).cores(1)).subtitle())
        .doesNotContain("no speed-up");
  }

  @Test
  void throttled() {
    assertThat(
            finding(SampleRun.parallel(4, State.RUNNING, 100).quota(4, 2).throttled(60)).subtitle())
        .isEqualTo("the quota of 2 cores held threads back for 60.0 ms");
  }

  @Test
  void coresFull() {
    assertThat(finding(SampleRun.parallel(2, State.RUNNING, 100).cpu(198)).subtitle())
        .isEqualTo(
            "used 1.98 of 2 cores · the cores were the limit: only less work or more cores would"
                + " be faster");
  }

  @Test
  void coresLeftToFill() {
    SampleRun run = SampleRun.of(4, 2).cores(8).cpu(400);
    for (int task = 0; task < 4; task++) {
      int round = task / 2;
      run.whole(task % 2, task, State.RUNNING, 100 * round, 100 * round + 100);
    }
    assertThat(finding(run).subtitle())
        .endsWith("2 threads cannot fill the cores: more would be faster");
  }

  @Test
  void computing() {
    assertThat(finding(SampleRun.parallel(2, State.RUNNING, 100).cores(8).cpu(200)).subtitle())
        .endsWith("tasks spent 100 % of their time computing");
  }

  @Test
  void sequentialComputing() {
    assertThat(finding(SampleRuns.sequential()).subtitle())
        .endsWith("one after the other uses one core: threads or processes can use the others");
  }

  @Test
  void sequentialComputingOnABusyMachine() {
    SampleRun run = SampleRun.of(2, 1).model("sequential").cpu(140);
    for (int task = 0; task < 2; task++) {
      run.slice(0, task, State.READY, 100 * task, 100 * task + 30)
          .slice(0, task, State.RUNNING, 100 * task + 30, 100 * task + 100)
          .task(task, 0, Ending.DONE, 100 * task, 100 * task + 100);
    }

    assertThat(finding(run.bin(0, 0, 200, 0.3, 0.6).bin(1, 0, 200, 0.4, 0.6)).subtitle())
        .endsWith(
            "one after the other uses one core: threads or processes can use the others, while"
                + " other programs took 1.20 cores");
  }

  @Test
  void sequentialTasksWhoseThreadsUsedOtherCores() {
    SampleRun run = SampleRun.of(2, 1).model("sequential").cpu(300).helpers(2, 100, 0, 0);
    run.whole(0, 0, State.RUNNING, 0, 100).whole(0, 1, State.RUNNING, 100, 200);

    assertThat(finding(run).subtitle())
        .isEqualTo(
            "used 1.50 of 2 cores · threads that tasks started, or a shared pool, did 33 % of the"
                + " computing");
  }

  @Test
  void waitsForTheGarbageCollectorAreNoWaitsForInputOrOutput() {
    SampleRun run = SampleRun.of(4, 4).cores(4).cpu(120).collected(3, 60);
    for (int task = 0; task < 4; task++) {
      run.slice(task, task, State.RUNNING, 0, 30)
          .slice(task, task, State.WAITING, 30, 100)
          .task(task, task, Ending.DONE, 0, 100);
    }

    assertThat(finding(run).headline()).startsWith("threads: 4 CPU-bound tasks");
    assertThat(finding(run).subtitle())
        .endsWith(
            "the garbage collector stopped all threads for 60.0 ms: allocate less, or keep less"
                + " alive");
    assertThat(finding(run).inPython()).get().asString().doesNotContain("waits");
  }

  @Test
  void tinyTasksThatOnlyWaitForCoresBetweenThemAreNotTooSmall() {
    SampleRun run = SampleRun.of(1_000, 1).betweenTasks(52);
    for (int task = 0; task < 1_000; task++) {
      run.whole(0, task, State.RUNNING, task * 0.1, task * 0.1 + 0.04);
    }

    assertThat(finding(run).subtitle()).doesNotContain("between tasks");
    assertThat(finding(run.betweenTasks(0)).subtitle())
        .isEqualTo("workers spent 60 % of their time between tasks: larger tasks would be faster");
  }

  @Test
  void tinyTasksOnALoopDoNotComputeTooMuchForIt() {
    SampleRun run = SampleRun.of(2_000, 1).model("async");
    for (int task = 0; task < 2_000; task++) {
      run.whole(0, task, State.RUNNING, task * 0.1, task * 0.1 + 0.01);
    }

    assertThat(finding(run).subtitle())
        .isEqualTo("workers spent 90 % of their time between tasks: larger tasks would be faster");
  }

  @Test
  void aLongRunThatWasHardlyLookedAtIsNotCalledShort() {
    SampleRun run = SampleRun.parallel(4, State.WAITING, 900).resolution(150);

    assertThat(finding(run).subtitle())
        .isEqualTo(
            "what tasks did was looked at only every 150 ms, too seldom to say what held it back:"
                + " run it again when the machine is quiet");
  }

  @Test
  void waitsForACoreDoNotHideWaitsForOtherThreads() {
    SampleRun run = SampleRun.of(2, 2).helpers(1, 100, 0, 30);
    for (int task = 0; task < 2; task++) {
      run.slice(task, task, State.READY, 0, 900)
          .slice(task, task, State.WAITING, 900, 1_000)
          .task(task, task, Ending.DONE, 0, 1_000);
    }

    assertThat(finding(run).subtitle()).contains("while other threads computed for them");
  }

  @Test
  void mixedWorkCountsWhatThreadsOfTasksComputed() {
    SampleRun run = SampleRun.of(2, 1).model("sequential").cpu(150).helpers(2, 150, 60, 0);
    run.whole(0, 0, State.WAITING, 0, 150).whole(0, 1, State.WAITING, 150, 300);

    assertThat(finding(run).subtitle())
        .endsWith(
            "computing was 38 % of what tasks and the threads that worked for them did, waiting"
                + " 62 %: cores limit only the computing");
  }

  @Test
  void sequentialWaiting() {
    SampleRun run = SampleRun.of(2, 1).model("sequential");
    run.whole(0, 0, State.WAITING, 0, 100).whole(0, 1, State.WAITING, 100, 200);

    assertThat(finding(run).subtitle())
        .isEqualTo(
            "tasks spent 100 % of their time waiting for I/O or sleep: while one waits, others"
                + " could run");
  }

  @Test
  void waitingAllAtOnce() {
    assertThat(finding(SampleRuns.io()).subtitle())
        .endsWith("96 % of their time waiting for I/O or sleep: async would need only one thread");
  }

  @Test
  void waitingInTurns() {
    SampleRun run = SampleRun.of(4, 2);
    for (int task = 0; task < 4; task++) {
      int round = task / 2;
      run.whole(task % 2, task, State.WAITING, 100 * round, 100 * round + 100);
    }
    assertThat(finding(run).subtitle()).endsWith("more at once would overlap more of it");
  }

  @Test
  void mixed() {
    assertThat(finding(SampleRuns.mixed()).subtitle())
        .isEqualTo(
            "used 2.00 of 8 cores · tasks computed for 55 % and waited for 43 % of their time:"
                + " cores limit only the computing");
  }

  @Test
  void oneTaskSetsThePace() {
    SampleRun run =
        SampleRun.of(3, 2)
            .whole(0, 0, State.RUNNING, 0, 1_000)
            .whole(1, 1, State.RUNNING, 0, 100)
            .whole(1, 2, State.RUNNING, 100, 200);

    assertThat(finding(run).subtitle())
        .isEqualTo("one task alone took 1.00 s and set the pace: split it");
  }

  @Test
  void tasksTooSmallToHandOut() {
    SampleRun run = SampleRun.of(100, 1);
    for (int task = 0; task < 100; task++) {
      run.whole(0, task, State.RUNNING, task, task + 0.05);
    }
    assertThat(finding(run).subtitle())
        .isEqualTo("workers spent 95 % of their time between tasks: larger tasks would be faster");
  }

  @Test
  void tooShortToSay() {
    assertThat(finding(SampleRuns.tiny()).subtitle()).startsWith("too short to say");
  }

  @Test
  void notMeasured() {
    assertThat(finding(SampleRuns.io().withoutStates()).subtitle())
        .isEqualTo("used 0.22 of 2 cores · what tasks waited for cannot be measured here");
  }

  @Test
  void empty() {
    assertThat(finding(SampleRun.of(0, 2)).subtitle())
        .isEqualTo("there was no element and no task to run a body for");
  }
}
