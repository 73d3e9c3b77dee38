package io.github.heddle.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.task.Ending;
import io.github.heddle.trace.State;
import org.junit.jupiter.api.Test;

/// What a run in worker processes teaches.
class ProcessesFindingTest {
  @Test
  void sendingThatTookMostOfTheTimeIsSaid() {
    Finding finding = sending(60).report().finding();

    assertThat(finding.headline())
        .startsWith("processes: 2 CPU-bound tasks on 2 processes finished in 100 ms");
    assertThat(finding.subtitle())
        .contains("60 % of the time went into sending elements and results");
    assertThat(finding.inPython().orElseThrow())
        .contains("more slowly than threads", "has to be sent");
  }

  @Test
  void littleSendingIsNoMatter() {
    assertThat(sending(5).report().finding().subtitle()).doesNotContain("sending");
  }

  @Test
  void sendingIsNoTimeInTasks() {
    assertThat(new Facts(sending(60).plan(), sending(60).report().numbers()).occupied())
        .isBetween(0.39, 0.41);
  }

  /// Two tasks side by side, 100 ms each with what was sent before them.
  private static SampleRun sending(int millis) {
    SampleRun run = SampleRun.of(2, 2).model("processes").cores(4).cpu(2 * (100 - millis));
    for (int lane = 0; lane < 2; lane++) {
      run.slice(lane, lane, State.STARTING, 0, millis)
          .task(lane, lane, Ending.DONE, millis, 100)
          .slice(lane, lane, State.RUNNING, millis, 100);
    }
    return run;
  }
}
