package io.github.heddle.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What a finding says of the same run in Python.
class InPythonTest {
  private static Finding finding(SampleRun run) {
    return run.report().finding();
  }

  @Test
  void threadsWouldGiveNoSpeedUpOfComputing() {
    assertThat(finding(SampleRuns.oversubscribed()).inPython().orElseThrow())
        .contains("GIL lets one thread run Python code at a time", "processes would");
  }

  @Test
  void librariesThatReleaseTheLockComputeOnThreads() {
    assertThat(finding(SampleRuns.oversubscribed().model("virtual")).inPython().orElseThrow())
        .contains("GIL lets one thread run Python code at a time", "libraries that release it");
  }

  @Test
  void processesGiveItToo() {
    assertThat(finding(SampleRuns.oversubscribed().model("processes")).inPython().orElseThrow())
        .contains("each has an interpreter of its own");
  }

  @Test
  void threadsOverlapWaitingToo() {
    assertThat(finding(SampleRuns.io()).inPython().orElseThrow())
        .contains("free while a thread waits");
  }

  @Test
  void mixedWorkOverlapsOnlyItsWaiting() {
    assertThat(finding(SampleRuns.mixed()).inPython().orElseThrow())
        .contains("only one run Python code at a time");
  }

  @Test
  void nothingIsSaidWhereNothingWasGainedOrNotAllWasDone() {
    assertThat(
            List.of(
                SampleRuns.locked(),
                SampleRuns.failed(),
                SampleRuns.interrupted(),
                SampleRuns.tiny(),
                SampleRuns.sequential()))
        .allSatisfy(run -> assertThat(finding(run).inPython()).isEmpty());
  }
}
