package io.github.heddle.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.trace.CodeLine;
import io.github.heddle.trace.Look;
import io.github.heddle.trace.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RehearsedCellTest {
  /// What is not looked at is not rehearsed.
  @Test
  void itIsLookedAtInAWorkerAsACellIs() throws IOException {
    List<Look> looks = looks();

    assertThat(looks).isNotEmpty();
    assertThat(looks).extracting(Look::line).extracting(CodeLine::source).containsOnly("cell 1");
    assertThat(looks).extracting(Look::state).contains(State.WAITING);
  }

  private static List<Look> looks() throws IOException {
    long heap = WorkerMemory.ofThisProcess().heapBytes(1, OptionalLong.empty());
    try (WarmWorkers workers = new WarmWorkers(WorkerCommand.ofThisProcess())) {
      WorkerProcess worker = workers.take(heap, true);
      try {
        worker.begin(RehearsedCell.cargo(), _ -> {});
        worker.order(new Order.Perform(0, Optional.empty()));
        worker.order(new Order.End());
        return looksOf(worker);
      } finally {
        worker.kill();
      }
    }
  }

  private static List<Look> looksOf(WorkerProcess worker) throws IOException {
    List<Look> looks = new ArrayList<>();
    News news = worker.news();
    while (!(news instanceof News.Used)) {
      if (news instanceof News.Seen seen) {
        looks.addAll(seen.looks());
      }
      news = worker.news();
    }
    return looks;
  }
}
