package io.github.heddle.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.heddle.ship.NotShippable;
import io.github.heddle.task.Call;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OneCallTest {
  private final WarmWorkers workers = new WarmWorkers(WorkerCommand.ofThisProcess());

  @AfterEach
  void endWorkers() {
    workers.close();
  }

  @Test
  void workIsDoneInAnotherProcessWhichIsKept() throws Exception {
    long first = call(() -> ProcessHandle.current().pid());
    long second = call(() -> ProcessHandle.current().pid());

    assertThat(first).isEqualTo(second).isNotEqualTo(ProcessHandle.current().pid());
    assertThat(workers.idle()).isEqualTo(1);
  }

  @Test
  void whatTheWorkThrowsIsThrownAndTheProcessKept() {
    assertThatThrownBy(() ->
            call(() -> {
              throw new IOException("of the work");
            }))
        .isInstanceOf(IOException.class)
        .hasMessage("of the work");
    assertThat(workers.idle()).isEqualTo(1);
  }

  @Test
  void processThatEndsSaysWhy() {
    assertThatThrownBy(() ->
            call(() -> {
              Runtime.getRuntime().halt(5);
              return 0;
            }))
        .isInstanceOf(WorkerEnded.class)
        .hasMessageContaining("exit code 5");
    assertThat(workers.idle()).isZero();
  }

  @Test
  void whatCannotBeSentIsNamed() {
    Thread thread = Thread.currentThread();

    assertThatThrownBy(() -> call(thread::getName))
        .isInstanceOf(NotShippable.class)
        .hasMessageStartingWith("The call cannot be sent to another process: ")
        .hasMessageContaining("java.lang.Thread");
    assertThat(workers.idle()).isZero();
  }

  @Test
  void callThatIsEndedFailsAndItsProcessIsNotKept() {
    OneCall<Object> call = new OneCall<>(() -> new CountDownLatch(1).await(1, TimeUnit.DAYS));

    assertThatThrownBy(() ->
            call.in(
                workers,
                (news, _) -> {
                  if (news instanceof News.Ready) {
                    call.end();
                  }
                }))
        .isInstanceOf(WorkerEnded.class);
    assertThat(workers.idle()).isZero();
  }

  @Test
  void whatIsPrintedArrivesInLines() throws Exception {
    List<String> printed = new CopyOnWriteArrayList<>();
    OneCall<Integer> call =
        new OneCall<>(() -> {
          System.out.print("one ");
          System.out.println("line");
          System.err.print("no end");
          return 0;
        });

    call.in(
        workers,
        (news, _) -> {
          if (news instanceof News.Printed(boolean error, String text)) {
            printed.add((error ? "error: " : "") + text);
          }
        });

    assertThat(printed).containsExactly("one line\n", "error: no end");
  }

  @Test
  void programsThatTheWorkStartsCannotDisturbTheFrames() throws Exception {
    int code = call(() -> new ProcessBuilder("echo", "not a frame").inheritIO().start().waitFor());
    int read = call(() -> System.in.read());

    assertThat(code).isZero();
    assertThat(read).isEqualTo(-1);
  }

  private <R> R call(Call<R> work) throws Exception {
    return new OneCall<>(work).in(workers, (_, _) -> {});
  }
}
