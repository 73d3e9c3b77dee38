package io.github.heddle.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.heddle.report.Report;
import io.github.heddle.report.SampleRun;
import io.github.heddle.report.SampleRuns;
import io.github.heddle.task.Ending;
import io.github.heddle.trace.State;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What tasks waited for that could go on, beside their turn.
class TurnsTest {
  private static List<Bar> waits(Report report, int row) {
    return Scene.of(report, EnumSet.allOf(Part.class)).bars().stream()
        .filter(bar -> bar.row() == row && bar.state() == State.READY)
        .toList();
  }

  private static String spec(Report report) {
    Object spec =
        Pictures.of(report, EnumSet.allOf(Part.class)).getFirst().data().get(Pictures.VEGA_LITE);
    return new ObjectMapper().valueToTree(spec).toString();
  }

  @Test
  void taskWaitsForItsOffloadedWorkUntilThatIsDone() {
    assertThat(waits(SampleRuns.named("offloaded").report(), 1))
        .as("for a thread, for a core on that thread, for the loop")
        .extracting(Bar::awaited)
        .containsExactly(
            Optional.of(Awaited.OFFLOADED), Optional.of(Awaited.OFFLOADED), Optional.empty());
  }

  @Test
  void taskOnALoopWithoutACoreWaitsForACore() {
    assertThat(waits(SampleRuns.named("offloaded").report(), 2))
        .extracting(Bar::awaited)
        .containsExactly(Optional.empty(), Optional.of(Awaited.CORE));
  }

  @Test
  void whatIsNotATurnIsSaidInEachRowByOneLetter() {
    assertThat(spec(SampleRuns.named("offloaded").report()))
        .contains("numbered,line,awaited\\n", "waiting for its offloaded work")
        .as("behind six fields or seven, whatever else is known of the bar")
        .containsPattern("\\\\n\\d+,[^,]*,\\d+,[\\d.]+,[\\d.]+,1?,\\d*,o")
        .doesNotContainPattern("\\\\n\\d+,[^,]*,\\d+,[\\d.]+,[\\d.]+,(1?,)?[oc]");
    assertThat(spec(SampleRuns.named("loop").report())).doesNotContain("awaited", "offloaded work");
  }

  @Test
  void whoWaitsForWhatIsSaidOfRowsWhereBarsSayNothingElse() {
    assertThat(spec(SampleRuns.named("offloaded").report()))
        .contains(
            "(datum.code == 1 && {t:'waiting for the loop',c:'waiting for a core',"
                + "o:'waiting for its offloaded work'}[datum.awaited || 'cttc'[datum.row]]"
                + " || datum.state)");
    assertThat(spec(SampleRuns.named("loop").report()))
        .as("where all wait for the same, the legend's word will do")
        .contains("\"calculate\":\"datum.state + (")
        .doesNotContain("'cttttt'");
  }

  @Test
  void theNameOfALaneDoesNotMakeItATasks() {
    SampleRun run =
        SampleRun.of(1, 1)
            .model("async")
            .lanes("task 0")
            .lanesOfTasks()
            .mounted(0, 0, 0, 10)
            .folded(0, 0, 1, State.READY, 10, 20)
            .mounted(0, 0, 20, 30)
            .slice(1, 0, State.READY, 0, 10)
            .slice(1, 0, State.RUNNING, 10, 30)
            .task(0, 1, Ending.DONE, 0, 30);

    assertThat(TextPicture.of(Scene.of(run.report(), EnumSet.allOf(Part.class))))
        .containsPattern("task 0 +\\|.*\\| running 67 %, waiting for a core 33 %\n")
        .containsPattern("task 0 \\(2\\) \\|.*\\| running 67 %, waiting for the loop 33 %\n");
  }

  @Test
  void threadsOfTasksWaitForCoresOnly() {
    assertThat(waits(SampleRuns.named("oversubscribed").report(), 0))
        .isNotEmpty()
        .allMatch(bar -> bar.awaited().isEmpty());
  }
}
