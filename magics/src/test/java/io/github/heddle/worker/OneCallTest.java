package io.github.heddle.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OneCallTest {
  private final WarmWorkers workers = new WarmWorkers(WorkerCommand.ofThisProcess());
  private final OneCall calls = new OneCall(workers);

  @AfterEach
  void endWorkers() {
    workers.close();
  }

  @Test
  void workIsDoneInAnotherProcessWhichIsKept() throws Exception {
    long first = calls.call(() -> ProcessHandle.current().pid(), (_, _) -> {});
    long second = calls.call(() -> ProcessHandle.current().pid(), (_, _) -> {});

    assertThat(first).isEqualTo(second).isNotEqualTo(ProcessHandle.current().pid());
    assertThat(workers.idle()).isEqualTo(1);
  }

  @Test
  void whatTheWorkThrowsIsThrownAndTheProcessKept() {
    assertThatThrownBy(() ->
            calls.call(
                () -> {
                  throw new IOException("of the work");
                },
                (_, _) -> {}))
        .isInstanceOf(IOException.class)
        .hasMessage("of the work");
    assertThat(workers.idle()).isEqualTo(1);
  }

  @Test
  void processThatEndsSaysWhy() {
    assertThatThrownBy(() ->
            calls.call(
                () -> {
                  Runtime.getRuntime().halt(5);
                  return 0;
                },
                (_, _) -> {}))
        .isInstanceOf(WorkerEnded.class)
        .hasMessageContaining("exit code 5");
    assertThat(workers.idle()).isZero();
  }

  @Test
  void whatIsPrintedArrivesInLines() throws Exception {
    List<String> printed = new CopyOnWriteArrayList<>();

    calls.call(
        () -> {
          System.out.print("one ");
          System.out.println("line");
          System.err.print("no end");
          return 0;
        },
        (error, text) -> printed.add((error ? "error: " : "") + text));

    assertThat(printed).containsExactly("one line\n", "error: no end");
  }

  @Test
  void programsThatTheWorkStartsCannotDisturbTheFrames() throws Exception {
    int code =
        calls.call(
            () -> new ProcessBuilder("echo", "not a frame").inheritIO().start().waitFor(),
            (_, _) -> {});
    int read = calls.call(() -> System.in.read(), (_, _) -> {});

    assertThat(code).isZero();
    assertThat(read).isEqualTo(-1);
  }
}
