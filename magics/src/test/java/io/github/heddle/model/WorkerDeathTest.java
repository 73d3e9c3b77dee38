package io.github.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.plan.OnError;
import io.github.heddle.plan.Plan;
import io.github.heddle.plan.WorkerJvm;
import io.github.heddle.task.Ending;
import io.github.heddle.task.TaskBody;
import io.github.heddle.task.Work;
import io.github.heddle.trace.Replacement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a run whose worker processes die, and of workers whose kernel does.
@Timeout(90)
@EnabledOnOs(OS.LINUX)
class WorkerDeathTest {
  @AutoClose private final RunsInProcesses processes = new RunsInProcesses();

  @TempDir private Path folder;

  @Test
  void exitFailsTheTaskUnderWayAndNoOther() {
    Execution<Integer> execution =
        processes.run(
            20,
            2,
            (task, _) -> {
              if (task == 5) {
                System.exit(4);
              }
              return task;
            });

    assertThat(RunsInProcesses.endings(execution).get(5)).isEqualTo(Ending.FAILED);
    assertThat(RunsInProcesses.failure(execution, 5))
        .hasMessage("the worker process ended: its code called System.exit or halt (exit code 4)");
    assertThat(RunsInProcesses.endings(execution).stream().filter(Ending.DONE::equals)).hasSize(19);
  }

  @Test
  void haltAfterManyShortTasksFailsJustItsOwn() {
    Execution<Integer> execution =
        processes.run(
            2000,
            1,
            (task, _) -> {
              if (task == 1500) {
                Runtime.getRuntime().halt(9);
              }
              return task;
            });

    assertThat(
            IntStream.range(0, 2000)
                .filter(t -> RunsInProcesses.endings(execution).get(t) != Ending.DONE))
        .containsExactly(1500);
  }

  @Test
  void killedWorkerFailsItsTaskWithTheSignal() {
    Execution<Integer> execution =
        processes.run(
            3,
            1,
            (task, _) -> {
              if (task == 1) {
                ProcessHandle.current().info();
                new ProcessBuilder("kill", "-9", "" + RunsInProcesses.pid()).start().waitFor();
                new CountDownLatch(1).await();
              }
              return task;
            });

    assertThat(RunsInProcesses.endings(execution))
        .containsExactly(Ending.DONE, Ending.FAILED, Ending.DONE);
    assertThat(RunsInProcesses.failure(execution, 1))
        .hasMessage("the worker process ended: killed (signal 9)");
    assertThat(execution.trace().obstacles().replacements())
        .containsExactly(new Replacement(1, OptionalInt.of(1)));
  }

  @Test
  void fullHeapFailsTheTaskAndSaysSo() {
    TaskBody<Integer, Integer> body =
        (task, _) -> {
          List<long[]> all = new ArrayList<>();
          while (task == 1) {
            all.add(new long[1 << 17]);
          }
          return all.size();
        };
    WorkerJvm small = new WorkerJvm(OptionalLong.of(32 << 20), false);
    Plan plan = new Plan("processes", 3, 1, Optional.empty(), OnError.CONTINUE, small);

    Execution<Integer> execution =
        new Processes()
            .run(plan, new Work<>(Optional.empty(), body), processes.scope(), Watch.NONE);

    assertThat(RunsInProcesses.endings(execution))
        .containsExactly(Ending.DONE, Ending.FAILED, Ending.DONE);
    assertThat(RunsInProcesses.failure(execution, 1))
        .hasMessageContaining("out of memory, as its heap of 32 MB was full");
  }

  @Test
  void workersEndWithAKilledKernelAlsoWhileTheyCompute() throws Exception {
    Path pids = folder.resolve("pids");
    Process kernel =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EndlessRun.class.getName(),
                pids.toString())
            .inheritIO()
            .start();
    try {
      while (!Files.exists(pids) || Files.readAllLines(pids).size() < 2) {
        assertThat(kernel.isAlive()).isTrue();
        Thread.onSpinWait();
      }
    } finally {
      kernel.destroyForcibly().waitFor();
    }

    for (String pid : Files.readAllLines(pids)) {
      Optional<ProcessHandle> worker = ProcessHandle.of(Long.parseLong(pid));
      if (worker.isPresent()) {
        worker.get().onExit().get(10, java.util.concurrent.TimeUnit.SECONDS);
      }
    }
  }
}
