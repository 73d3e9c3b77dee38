package io.github.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.scope.Scope;
import io.github.heddle.task.Ending;
import io.github.heddle.task.TaskBody;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A stop of tasks in worker processes, whatever asks for it.
@Timeout(90)
@EnabledOnOs(OS.LINUX)
class ProcessesStopTest {
  private static final Duration SOON = Duration.ofMillis(300);

  @AutoClose private final RunsInProcesses processes = new RunsInProcesses();

  @TempDir private Path folder;

  @Test
  void endlessLoopIsEndedByTheTimeLimitAndItsProcessWithIt() {
    Execution<Integer> execution =
        processes.run(
            Runs.of(new Processes(), 3, 1).timeout(SOON),
            (task, _) -> {
              while (task == 1) {
                Thread.onSpinWait();
              }
              return task;
            });

    assertThat(RunsInProcesses.endings(execution))
        .containsExactly(Ending.DONE, Ending.TIMED_OUT, Ending.NOT_STARTED);
    assertThat(RunsInProcesses.children()).isEmpty();
    assertThat(execution.trace().states().running() + execution.trace().states().ready())
        .as("it was seen to compute, or to wait for a core")
        .isGreaterThan(execution.trace().wallNanos() / 4);
  }

  @Test
  void firstFailureStopsTheRunWhereAskedTo() {
    Execution<Integer> execution =
        processes.run(
            Runs.of(new Processes(), 50, 2).stopOnError(),
            (task, _) -> {
              if (task == 0) {
                throw new IllegalStateException("first");
              }
              new CountDownLatch(1).await();
              return task;
            });

    assertThat(RunsInProcesses.endings(execution).getFirst()).isEqualTo(Ending.FAILED);
    assertThat(RunsInProcesses.endings(execution).subList(2, 50)).containsOnly(Ending.NOT_STARTED);
    assertThat(RunsInProcesses.children()).isEmpty();
  }

  @Test
  void processesThatATaskStartedEndWithAStop() {
    Execution<Integer> execution =
        processes.run(
            Runs.of(new Processes(), 1, 1).timeout(SOON),
            (_, _) -> new ProcessBuilder("sleep", "1000").start().waitFor());

    assertThat(RunsInProcesses.endings(execution)).containsExactly(Ending.TIMED_OUT);
    assertThat(ProcessHandle.allProcesses())
        .noneMatch(process ->
            process.info().commandLine().filter(line -> line.endsWith("sleep 1000")).isPresent());
  }

  @Test
  void stopFromOutsideCancelsTheTasksUnderWayAndEndsTheirProcesses() throws InterruptedException {
    Scope scope = processes.scope();
    Thread stopper = Thread.ofPlatform().start(() -> afterTasksBegan(2, scope::stop));

    Execution<Integer> execution = Runs.of(new Processes(), 20, 2).run(endless(), scope);
    stopper.join();

    assertOnlyThoseThatBeganWereCancelled(execution);
    assertThat(RunsInProcesses.children()).isEmpty();
    assertThat(scope.liveThreads()).isEmpty();
  }

  @Test
  void interruptOfTheWaitingThreadStopsTheRunAndIsKept() throws InterruptedException {
    Scope scope = processes.scope();
    Thread waiting = Thread.currentThread();
    Thread interrupter = Thread.ofPlatform().start(() -> afterTasksBegan(2, waiting::interrupt));

    Execution<Integer> execution = Runs.of(new Processes(), 20, 2).run(endless(), scope);

    assertThat(Thread.interrupted()).as("the flag is set again").isTrue();
    interrupter.join();
    assertOnlyThoseThatBeganWereCancelled(execution);
    assertThat(RunsInProcesses.children()).isEmpty();
    assertThat(scope.liveThreads()).isEmpty();
  }

  /// Tasks that note that they began. Every other one waits, the rest compute; threads that they
  /// start do so, too, and nothing of the worker would end them.
  private TaskBody<Integer, Integer> endless() {
    String begun = folder.toString();
    return (task, _) -> {
      Thread.ofPlatform().daemon(false).start(RunsInProcesses::spin);
      Files.createFile(Path.of(begun, "" + task));
      if (task % 2 == 0) {
        new CountDownLatch(1).await();
      }
      RunsInProcesses.spin();
      return task;
    };
  }

  private void afterTasksBegan(int count, Runnable action) {
    while (begun().size() < count) {
      Thread.onSpinWait();
    }
    action.run();
  }

  private Set<Integer> begun() {
    String[] tasks = Objects.requireNonNull(folder.toFile().list());
    return Stream.of(tasks).map(Integer::valueOf).collect(Collectors.toSet());
  }

  private void assertOnlyThoseThatBeganWereCancelled(Execution<?> execution) {
    List<Ending> endings = RunsInProcesses.endings(execution);
    assertThat(IntStream.range(0, endings.size()).boxed())
        .allSatisfy(task ->
            assertThat(endings.get(task))
                .isEqualTo(begun().contains(task) ? Ending.CANCELLED : Ending.NOT_STARTED));
  }
}
