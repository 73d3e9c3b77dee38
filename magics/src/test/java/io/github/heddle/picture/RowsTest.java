package io.github.heddle.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.report.SampleLoops;
import io.github.heddle.report.SampleRuns;
import io.github.heddle.trace.Trace;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RowsTest {
  private static final int MOST = 4;

  private static Rows.Row last(Trace trace) {
    List<Rows.Row> rows = Rows.of(trace, "threads", MOST);
    assertThat(rows).hasSize(MOST);
    return rows.getLast();
  }

  @Test
  void rowsOfTasksWaitForTheirTurnAndAllOthersForACore() {
    List<Rows.Row> rows = Rows.of(SampleRuns.named("offloaded").trace(), "threads");

    assertThat(rows)
        .extracting(Rows.Row::awaited)
        .containsExactly(
            Optional.of(Awaited.CORE),
            Optional.of(Awaited.TURN),
            Optional.of(Awaited.TURN),
            Optional.of(Awaited.CORE));
    assertThat(rows)
        .extracting(Rows.Row::task)
        .containsExactly(
            OptionalInt.empty(), OptionalInt.of(0), OptionalInt.of(1), OptionalInt.empty());
  }

  @Test
  void whereLanesAreFoldedItIsSaidWhose() {
    Rows.Row tasks = last(SampleLoops.inTurn(8).trace());
    Rows.Row threads = last(SampleRuns.io().trace());
    Rows.Row both = last(SampleLoops.inTurn(3, "offload-1").trace());

    assertThat(List.of(tasks, threads, both))
        .extracting(Rows.Row::name)
        .containsExactly("…and 6 more tasks", "…and 7 more threads", "…and 2 more lanes");
    assertThat(List.of(tasks, threads, both))
        .extracting(Rows.Row::awaited)
        .containsExactly(Optional.of(Awaited.TURN), Optional.of(Awaited.CORE), Optional.empty());
    assertThat(tasks.task()).as("not one task's alone").isEmpty();
  }
}
