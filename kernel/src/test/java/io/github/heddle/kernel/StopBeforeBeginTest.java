package io.github.heddle.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.heddle.cell.Cell;
import io.github.heddle.kernel.evaluation.Evaluator;
import io.github.heddle.kernel.evaluation.JShellEvaluator;
import io.github.heddle.kernel.execution.CellRunner;
import io.github.heddle.kernel.execution.Ending;
import io.github.heddle.kernel.output.Attribution;
import io.github.heddle.kernel.output.Origin;
import io.github.heddle.kernel.output.Outbox;
import io.github.heddle.kernel.output.Publisher;
import io.github.heddle.kernel.protocol.Comms;
import io.github.heddle.kernel.protocol.LibraryReplies;
import io.github.heddle.kernel.transport.Session;
import io.github.heddle.scope.Services;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A cell is there to be stopped from when its request has come, whatever still has to be done
/// before its first statement.
@Timeout(60)
class StopBeforeBeginTest {
  private static final String COMPUTES_FOR_EVER = "while (true) { }";

  private final Evaluator evaluator = new JShellEvaluator(List.of(), _ -> {});
  private final HeddleKernel kernel = kernel(evaluator);
  private final CellRunner cells = kernel.cells();

  private static HeddleKernel kernel(Evaluator evaluator) {
    Session session = new Session(InstantSource.system());
    Publisher publisher = new Publisher(session, new Outbox(session, System::nanoTime));
    Attribution attribution = new Attribution();
    LibraryReplies replies = new LibraryReplies(attribution, publisher);
    CompletableFuture<Evaluator> ready = CompletableFuture.completedFuture(evaluator);
    return new HeddleKernel(
        ready,
        ready,
        new HeddleKernel.Surroundings(
            new HeddleKernel.KernelIo(replies),
            new Comms(replies),
            attribution,
            publisher,
            Services.NONE));
  }

  @AfterEach
  void close() {
    evaluator.close();
  }

  private Ending run(String text, long announced) {
    Origin origin = new Origin(List.of(), new JsonObject(), true, false);
    try (CellRunner.Course course = cells.begin(new Cell(1, text), origin, announced)) {
      return course.run();
    }
  }

  private static String error(Ending ending) {
    return ending instanceof Ending.Failed(var report) ? report.name() : "none";
  }

  @Test
  void aCellThatWaitsToBeginIsStopped() {
    long announced = cells.announce();
    kernel.interrupt();

    assertThat(error(run(COMPUTES_FOR_EVER, announced))).isEqualTo("Interrupted");
  }

  @Test
  void aStopBetweenTwoCellsIsForTheNextAndForNoOther() {
    long first = cells.announce();
    long second = cells.announce();
    long third = cells.announce();
    run("1", first);
    kernel.interrupt();

    assertThat(error(run(COMPUTES_FOR_EVER, second))).isEqualTo("Interrupted");
    assertThat(error(run("3", third))).isEqualTo("none");
  }

  @Test
  void aStopWithoutACellIsForNobody() {
    run("1", cells.announce());
    kernel.interrupt();

    assertThat(error(run("2", cells.announce()))).isEqualTo("none");
  }

  @Test
  void aStopOfARunningCellIsNotForThoseThatWait() throws InterruptedException {
    long running = cells.announce();
    long waiting = cells.announce();
    CompletableFuture<Ending> ended = new CompletableFuture<>();
    try (CellRunner.Course course =
        cells.begin(
            new Cell(1, COMPUTES_FOR_EVER),
            new Origin(List.of(), new JsonObject(), true, false),
            running)) {
      Thread runs = Thread.ofPlatform().start(() -> ended.complete(course.run()));
      kernel.interrupt();
      runs.join();
    }

    assertThat(error(ended.join())).isEqualTo("Interrupted");
    assertThat(error(run("2", waiting))).isEqualTo("none");
  }
}
