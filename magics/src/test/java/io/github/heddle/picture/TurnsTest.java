package io.github.heddle.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import io.github.heddle.report.Report;
import io.github.heddle.report.SampleRuns;
import io.github.heddle.trace.State;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
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
    return new Gson()
        .toJson(
            Objects.requireNonNull(
                Pictures.of(report, EnumSet.allOf(Part.class))
                    .getFirst()
                    .data()
                    .get(Pictures.VEGA_LITE)));
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
  void threadsOfTasksWaitForCoresOnly() {
    assertThat(waits(SampleRuns.named("oversubscribed").report(), 0))
        .isNotEmpty()
        .allMatch(bar -> bar.awaited().isEmpty());
  }
}
