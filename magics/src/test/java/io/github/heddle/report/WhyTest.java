package io.github.heddle.report;

import static io.github.heddle.report.SampleWork.computing;
import static io.github.heddle.report.SampleWork.mixed;
import static io.github.heddle.report.SampleWork.versus;
import static io.github.heddle.report.SampleWork.waiting;
import static io.github.heddle.report.SampleWork.waitingOnLoop;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.task.Ending;
import io.github.heddle.trace.State;
import org.junit.jupiter.api.Test;

/// What is said of why a model suits, and of the same in Python.
class WhyTest {
  private static final String NOTHING_IN_PYTHON = "";

  private static void says(String why, String inPython, SampleRun... runs) {
    Finding finding = versus(runs).finding();

    assertThat(finding.subtitle()).isEqualTo(why);
    assertThat(finding.inPython().orElse(NOTHING_IN_PYTHON)).isEqualTo(inPython);
  }

  @Test
  void oneModelAloneIsNotCompared() {
    says("there is nothing to compare it with", NOTHING_IN_PYTHON, computing("threads", 4, 2, 200));
  }

  @Test
  void oneTaskOrOneWorkerLeavesNothingToOverlap() {
    String nothing = "no two tasks could be under way at once: there was nothing to overlap";
    says(
        nothing,
        NOTHING_IN_PYTHON,
        waiting("sequential", 1, 1, 200),
        waiting("threads", 1, 4, 100),
        waitingOnLoop(1, 200));
    says(nothing, NOTHING_IN_PYTHON, mixed("threads", 4, 1, 100), mixed("processes", 4, 1, 100));
  }

  @Test
  void oneWorkerOverlapsNothing() {
    says(
        "one thread took the tasks one after the other",
        NOTHING_IN_PYTHON,
        computing("threads", 4, 1, 100),
        computing("virtual", 4, 2, 250));
    says(
        "one carrier took the tasks one after the other",
        NOTHING_IN_PYTHON,
        computing("virtual", 4, 1, 100),
        computing("processes", 4, 2, 250));
  }

  @Test
  void computingOnOneThreadSaysNothingOfThreadsThatWereNotCompared() {
    says(
        "the tasks compute: threads and processes can do so on several cores, but were not"
            + " compared",
        NOTHING_IN_PYTHON,
        computing("sequential", 4, 1, 100),
        computing("async", 4, 1, 105));
  }

  @Test
  void computingThatOthersMadeNoFaster() {
    says(
        "the tasks compute, but threads, virtual threads and processes made them no faster",
        NOTHING_IN_PYTHON,
        computing("sequential", 4, 1, 100),
        computing("async", 4, 1, 100),
        computing("threads", 4, 2, 200),
        computing("virtual", 4, 2, 200),
        computing("processes", 4, 2, 210));
  }

  @Test
  void computingBesideOtherProgramsSaysSo() {
    says(
        "the tasks compute, but threads made them no faster, while other programs used much of the"
            + " machine",
        NOTHING_IN_PYTHON,
        computing("sequential", 2, 1, 50),
        heldUp("threads", 30).bin(0, 0, 100, 0, 0.9));
    says(
        "the tasks compute, but threads made them no faster",
        NOTHING_IN_PYTHON,
        heldUp("sequential", 30).bin(0, 0, 100, 0, 0.9),
        computing("threads", 2, 2, 100));
  }

  private static SampleRun heldUp(String model, double ready) {
    SampleRun run = SampleRun.of(2, 2).model(model);
    for (int task = 0; task < 2; task++) {
      run.slice(task, task, State.READY, 0, ready)
          .slice(task, task, State.RUNNING, ready, 100)
          .task(task, task, Ending.DONE, 0, 100);
    }
    return run;
  }

  @Test
  void quotaOfOneCoreThatWasExceededForAMomentIsNoReasonToExpectNothing() {
    says(
        "no speed-up of CPU-bound work can be expected on 1 core: there is nothing more to compute"
            + " on",
        "in Python it is the same on one core: neither asyncio nor threads nor processes compute"
            + " faster",
        computing("sequential", 4, 1, 50).quota(8, 1),
        computing("threads", 4, 4, 200).quota(8, 1));
    says(
        "the tasks compute, and threads of Java do so on several cores at once",
        "in Python the GIL lets one thread run Python code at a time: only processes would be"
            + " faster than one at a time",
        computing("sequential", 4, 1, 50).quota(8, 1),
        computing("threads", 4, 4, 50).quota(8, 1));
  }

  @Test
  void computingInProcesses() {
    says(
        "the tasks compute, and processes do so on several cores and share no memory that could"
            + " hold them up",
        "in Python the GIL lets one thread run Python code at a time: only processes would be"
            + " faster than one at a time",
        computing("sequential", 4, 1, 200),
        computing("threads", 4, 2, 300),
        computing("processes", 4, 2, 200));
  }

  @Test
  void computingOnThreads() {
    String threads = "the tasks compute, and threads of Java do so on several cores at once";
    String inPython =
        "in Python the GIL lets one thread run Python code at a time: only processes would be"
            + " faster than one at a time";
    says(threads, inPython, computing("sequential", 4, 1, 200), computing("threads", 4, 2, 200));
    says(
        threads + "; an event loop has one thread",
        inPython,
        computing("async", 4, 1, 200),
        computing("threads", 4, 2, 200));
    says(
        threads + "; processes do too, but tasks and results have to be sent",
        inPython,
        computing("async", 4, 1, 200),
        computing("threads", 4, 2, 200),
        computing("processes", 4, 2, 250));
  }

  @Test
  void waitingThatOthersMadeNoFaster() {
    says(
        "the tasks wait, but async and virtual threads made them no faster",
        NOTHING_IN_PYTHON,
        waiting("sequential", 4, 1, 100),
        waiting("async", 4, 1, 100),
        waiting("virtual", 4, 1, 110));
  }

  @Test
  void waitingOnALoop() {
    String loop = "the tasks wait, and one thread can wait for all of them at once";
    String same =
        "in Python it is the same: asyncio and threads overlap waiting, and processes cost more";
    says(loop, same, waiting("sequential", 4, 1, 100), waitingOnLoop(4, 100));
    says(
        loop + "; a pool waits for as many as it has threads",
        same,
        waitingOnLoop(4, 100),
        waiting("threads", 4, 2, 100));
    says(loop, same, waitingOnLoop(4, 100), waiting("threads", 4, 4, 200));
  }

  @Test
  void waitingInProcesses() {
    says(
        "the tasks wait, and processes overlap it",
        "in Python, too, processes overlap waiting, but cost more than asyncio or threads",
        waiting("sequential", 4, 1, 100),
        waiting("processes", 4, 2, 100));
  }

  @Test
  void waitingOnThreads() {
    says(
        "the tasks wait, and threads overlap it: while one waits, others run",
        "in Python, too, threads overlap waiting: the GIL is free while a thread waits",
        waiting("sequential", 4, 1, 100),
        waiting("async", 4, 1, 100),
        waiting("threads", 4, 2, 100));
    says(
        "the tasks wait, and virtual threads overlap it: while one waits, others run",
        "in Python it is the same: asyncio and threads overlap waiting, and processes cost more",
        waiting("sequential", 4, 1, 100),
        waiting("virtual", 4, 2, 100));
  }

  @Test
  void lockThatKeepsAllModelsFromBeingFaster() {
    says(
        "tasks wait for a lock that one holds at a time: no other model was faster, holding it for"
            + " less would help",
        NOTHING_IN_PYTHON,
        computing("sequential", 4, 1, 100),
        SampleRuns.locked());
  }

  @Test
  void processesDoNotShareALock() {
    says(
        "threads wait for a lock that one holds at a time; processes share no memory: neither the"
            + " lock nor what it guards",
        NOTHING_IN_PYTHON,
        computing("sequential", 4, 1, 100),
        SampleRuns.locked(),
        computing("processes", 4, 2, 100));
  }

  @Test
  void lockOfAModelThatIsFasterAllTheSame() {
    String lock = "tasks wait for a lock that one holds at a time: holding it for less would help";
    says(lock, NOTHING_IN_PYTHON, computing("sequential", 4, 1, 200), SampleRuns.locked());
    says(
        lock,
        NOTHING_IN_PYTHON,
        computing("sequential", 4, 1, 200),
        SampleRuns.locked().model("processes"));
  }

  @Test
  void mixedWork() {
    says(
        "the tasks compute and wait, but async and threads made them no faster",
        NOTHING_IN_PYTHON,
        mixed("sequential", 4, 1, 100),
        mixed("async", 4, 1, 100),
        mixed("threads", 4, 2, 200));
    says(
        "the tasks compute and wait, and computing on one thread was enough",
        NOTHING_IN_PYTHON,
        mixed("sequential", 4, 1, 150),
        mixed("async", 4, 1, 100),
        mixed("threads", 4, 2, 200));
    says(
        "the tasks compute and wait, and on a loop one computes while others wait",
        NOTHING_IN_PYTHON,
        mixed("sequential", 4, 1, 150),
        mixed("async", 4, 1, 100));
  }

  @Test
  void mixedWorkOnSeveralWorkers() {
    overlapsBoth("threads", "threads");
    overlapsBoth("virtual", "virtual threads");
    overlapsBoth("processes", "processes");
  }

  private static void overlapsBoth(String model, String words) {
    says(
        "the tasks compute and wait, and " + words + " overlap both",
        "in Python the GIL lets the waiting of threads overlap, but only one run Python code at a"
            + " time: processes overlap both",
        mixed("sequential", 4, 1, 100),
        mixed(model, 4, 2, 100));
  }

  @Test
  void whatTasksDidWhereStatesWereNotMeasured() {
    says(
        "what the tasks did could not be told",
        NOTHING_IN_PYTHON,
        computing("sequential", 4, 1, 200).withoutStates(),
        computing("threads", 4, 2, 200).withoutStates());
  }

  @Test
  void gainThatIsNotMuchSaysNothingOfPython() {
    says(
        "the tasks compute, and threads of Java do so on several cores at once",
        NOTHING_IN_PYTHON,
        computing("sequential", 4, 1, 115),
        computing("threads", 4, 2, 200));
  }
}
