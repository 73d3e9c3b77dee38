package io.github.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.plan.OnError;
import io.github.heddle.plan.Plan;
import io.github.heddle.report.Report;
import io.github.heddle.task.Ending;
import io.github.heddle.trace.Slice;
import io.github.heddle.trace.State;
import io.github.heddle.trace.TaskTable;
import io.github.heddle.trace.Trace;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What is seen of tasks in worker processes, against workloads whose truth is known.
@Timeout(90)
@EnabledOnOs(OS.LINUX)
class ProcessesTraceTest {
  @AutoClose private final RunsInProcesses processes = new RunsInProcesses();

  @TempDir private Path folder;

  @Test
  void longTasksDoNotWaitBehindALongOne() {
    Execution<Integer> execution =
        processes.run(
            600,
            2,
            (task, _) -> {
              if (task == 100) {
                Thread.sleep(2_000);
              }
              return task;
            });

    TaskTable tasks = execution.trace().tasks();
    long others =
        IntStream.range(0, 600).filter(t -> t != 100).mapToLong(tasks::endNanos).max().orElse(0);
    assertThat(others).isLessThan(tasks.endNanos(100));
  }

  @Test
  void startOfWorkersIsSeenBeforeTheFirstTaskAndSlicesNeverOverlap() {
    Trace trace =
        processes
            .run(
                6,
                2,
                (task, _) -> {
                  Thread.sleep(20);
                  return new byte[1 << 16].length + task;
                })
            .trace();

    assertThat(trace.fromNanos()).isNegative();
    assertThat(trace.counters().startupNanos().orElseThrow()).isPositive();
    assertThat(trace.slices().stream().filter(slice -> slice.startNanos() < 0))
        .extracting(Slice::state)
        .containsOnly(State.STARTING);
    RunsInProcesses.assertNoOverlap(trace);
    assertThat(trace.states().waiting()).isGreaterThan(6 * 18_000_000L);
    assertThat(trace.counters().workerResidentBytes().orElseThrow()).isGreaterThan(5_000_000);
  }

  /// A JVM that starts computes.
  @Test
  void coresThatTheStartOfWorkersUsedAreThoseOfTheRun() {
    Trace trace = processes.run(2, 2, (task, _) -> task).trace();

    assertThat(trace.cores().orElseThrow().bins())
        .filteredOn(bin -> bin.startNanos() < 0)
        .isNotEmpty()
        .anyMatch(bin -> bin.own() > 0)
        .allMatch(bin -> bin.startNanos() >= trace.fromNanos());
  }

  @Test
  void whatThreadsOfTasksComputeIsNoWaitForInputOrOutput() {
    Execution<Long> execution =
        processes.run(
            3,
            1,
            (_, _) -> {
              try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
                return pool.submit(() -> spin(200)).get();
              }
            });

    Trace trace = execution.trace();
    Plan plan = new Plan("processes", 3, 1, Optional.empty(), OnError.CONTINUE);
    Report report = Report.of(plan, Collections.nCopies(3, Ending.DONE), trace);
    assertThat(trace.helpers().runningNanos()).isBetween(500_000_000L, 900_000_000L);
    assertThat(trace.counters().cpuNanos().orElseThrow())
        .isGreaterThan(trace.helpers().runningNanos());
    assertThat(report.numbers().speedUp()).isEmpty();
    assertThat(report.finding().headline()).startsWith("processes: 3 tasks on 1 process");
    assertThat(report.finding().subtitle()).contains("while other threads computed for them");
  }

  private static long spin(long millis) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long end = clock.getCurrentThreadCpuTime() + millis * 1_000_000;
    long rounds = 0;
    while (clock.getCurrentThreadCpuTime() < end) {
      rounds++;
    }
    return rounds;
  }

  @Test
  void computingTasksUseTheCpuTimeTheySay() {
    Execution<Long> execution =
        processes.run(
            4,
            2,
            (_, _) -> {
              long start = System.nanoTime();
              long n = 0;
              while (System.nanoTime() - start < 100_000_000) {
                n++;
              }
              return n;
            });

    Trace trace = execution.trace();
    long nanos =
        IntStream.range(0, 4)
            .mapToLong(t -> trace.tasks().endNanos(t) - trace.tasks().startNanos(t))
            .sum();
    assertThat((double) (trace.states().running() + trace.states().ready()) / nanos)
        .isBetween(0.9, 1.01);
    assertThat(trace.counters().cpuNanos().orElseThrow())
        .isGreaterThan(trace.states().running() / 2);
    RunsInProcesses.assertNoOverlap(trace);
  }

  @Test
  void computingIsSeenWhileItLasts() throws Exception {
    String over = folder.resolve("over").toString();
    CompletableFuture<Live> live = new CompletableFuture<>();
    Watch watch =
        new Watch() {
          @Override
          public void begun(Live run) {
            live.complete(run);
          }

          @Override
          public void ended() {}
        };
    Thread run =
        Thread.ofPlatform()
            .start(() ->
                processes.run(
                    Runs.of(new Processes(), 1, 1).watchedBy(watch),
                    (task, _) -> {
                      while (!Files.exists(Path.of(over))) {
                        Thread.onSpinWait();
                      }
                      return task;
                    }));

    Trace soFar = live.join().trace();
    while (soFar.states().running() < 200_000_000) {
      soFar = live.join().trace();
    }
    Files.createFile(Path.of(over));
    run.join();

    assertThat(soFar.tasks().ending(0)).isEqualTo(Ending.CANCELLED);
    assertThat(soFar.lanes()).extracting(lane -> lane.name()).noneMatch(n -> n.contains("did not"));
    RunsInProcesses.assertNoOverlap(soFar);
  }
}
