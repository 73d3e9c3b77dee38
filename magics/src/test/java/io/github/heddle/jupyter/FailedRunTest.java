package io.github.heddle.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.heddle.TasksFailed;
import io.github.heddle.host.FakeHost;
import io.github.heddle.task.DeadlockException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How a cell ends whose tasks failed or were stopped: after its report.
@Timeout(30)
class FailedRunTest {
  @Test
  void failedTasksAreNamedAfterTheReport() {
    FakeHost host =
        new FakeHost(
            "%%threads -n 5 --into r --run all\nwork();", MagicRuns.numbered(FailedRunTest::odd));

    assertThatExceptionOfType(TasksFailed.class)
        .isThrownBy(() -> MagicRuns.eval(host))
        .withMessage(
            """
            2 of 5 tasks failed
              tasks 1, 3: IllegalStateException: odd (cell 3, line 2)\
            """)
        .satisfies(thrown -> assertThat(thrown.thrown()).containsOnlyKeys(1, 3));
    assertThat(host.texts()).hasSize(3);
    assertThat(host.texts().getFirst()).isEqualTo("[0, failed, 2, failed, 4]");
    assertThat(host.declared).containsOnlyKeys("all");
  }

  @Test
  void errorsOfTheBodyAreItsOutcomes() {
    FakeHost host =
        new FakeHost(
            "%%threads -n 1\nf();",
            MagicRuns.numbered((_, _) -> {
              throw new StackOverflowError();
            }));

    assertThatExceptionOfType(TasksFailed.class)
        .isThrownBy(() -> MagicRuns.eval(host))
        .withMessageContaining("StackOverflowError");
    assertThat(host.texts()).hasSize(2);
  }

  @Test
  void whoWaitedForWhomIsToldOnce() {
    FakeHost host =
        new FakeHost(
            "%%threads -n 3\nwork();",
            MagicRuns.numbered((task, item) -> {
              if (task < 2) {
                throw new DeadlockException(
                    "task 0 waits for A held by task 1",
                    new StackTraceElement[] {
                      new StackTraceElement("REPL.$JShell$3", "both", "cell 3", 2 + task)
                    });
              }
              return item;
            }));

    assertThatExceptionOfType(TasksFailed.class)
        .isThrownBy(() -> MagicRuns.eval(host))
        .withMessage(
            """
            2 of 3 tasks failed
              tasks 0, 1: DeadlockException: task 0 waits for A held by task 1\
            """);
  }

  @Test
  void timeLimitEndsTheRunAndTheReportIsShown() {
    FakeHost host =
        new FakeHost(
            "%%threads -n 3 -w 2 --timeout 50ms\nsleep",
            MagicRuns.numbered((_, _) -> {
              Thread.sleep(60_000);
              return 1;
            }));

    assertThatExceptionOfType(TasksFailed.class)
        .isThrownBy(() -> MagicRuns.eval(host))
        .withMessageContaining("2 of 3 tasks timed out, 1 not started")
        .withMessageContaining("  tasks 0, 1: timed out after 50.0 ms");
    assertThat(host.texts().getFirst()).startsWith("threads: the time limit ended the run");
  }

  @Test
  void stoppedRunIsReportedThenTheCellIsInterrupted() {
    FakeHost[] host = new FakeHost[1];
    host[0] =
        new FakeHost(
            "%%sequential -n 16 --run r\nwork();",
            MagicRuns.numbered((task, _) -> {
              if (task == 5) {
                host[0].scope().stop();
                Thread.sleep(60_000);
              }
              return task;
            }));

    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> MagicRuns.eval(host[0]))
        .withMessageContaining("interrupted: 5 of 16 tasks done");
    assertThat(host[0].texts().get(1)).contains("interrupted: 5 of 16 tasks done");
  }

  private static Object odd(int task, Object item) {
    if (task % 2 == 1) {
      IllegalStateException odd = new IllegalStateException("odd");
      odd.setStackTrace(
          new StackTraceElement[] {
            new StackTraceElement("java.util.Objects", "check", "Objects.java", 9),
            new StackTraceElement("REPL.$JShell$3", "body", "cell 3", 2)
          });
      throw odd;
    }
    return task;
  }
}
