package io.github.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.heddle.scope.Scope;
import io.github.heddle.ship.NotShippable;
import io.github.heddle.task.Ending;
import io.github.heddle.task.TaskBody;
import io.github.heddle.task.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What worker processes share with the kernel, and what they do not.
@Timeout(90)
@EnabledOnOs(OS.LINUX)
class ProcessesTest {
  @AutoClose private final RunsInProcesses processes = new RunsInProcesses();

  @Test
  void tasksRunInOtherProcesses() {
    Execution<Long> execution = processes.run(8, 2, (_, _) -> ProcessHandle.current().pid());

    Set<Long> pids = Set.copyOf(RunsInProcesses.results(execution));
    assertThat(pids).hasSizeBetween(1, 2).doesNotContain(ProcessHandle.current().pid());
    assertThat(execution.trace().lanes())
        .extracting(lane -> lane.name().replaceAll("\\d+\\)", "N)"))
        .containsExactly("process-1 (pid N)", "process-2 (pid N)");
  }

  @Test
  void whatATaskChangesStaysInItsWorker() {
    List<Integer> mine = new ArrayList<>(List.of(1, 2));
    List<Integer> sizes =
        RunsInProcesses.results(
            processes.run(
                4,
                1,
                (_, _) -> {
                  mine.add(7);
                  return mine.size();
                }));

    assertThat(mine).containsExactly(1, 2);
    assertThat(sizes).containsExactly(3, 4, 5, 6);
  }

  @Test
  void workersWaitForTheNextRunUnlessFreshOnesAreWanted() {
    Set<Long> first =
        Set.copyOf(RunsInProcesses.results(processes.run(4, 2, (_, _) -> RunsInProcesses.pid())));
    Set<Long> second =
        Set.copyOf(RunsInProcesses.results(processes.run(4, 2, (_, _) -> RunsInProcesses.pid())));

    assertThat(first).containsAnyElementsOf(second);
    assertThat(RunsInProcesses.children()).hasSize(2);
  }

  @Test
  void withoutAKernelWorkersEndWithTheRun() {
    Execution<Long> execution =
        Runs.of(new Processes(), 4, 2).run((_, _) -> ProcessHandle.current().pid());

    assertThat(RunsInProcesses.results(execution))
        .noneMatch(pid -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
  }

  @Test
  void neitherProcessesNorThreadsNorFilesAreLeftBehind() throws IOException {
    Runs.of(new Processes(), 4, 2).run((task, _) -> task);
    Scope scope = Runs.scope();
    long files = openFiles();

    for (int i = 0; i < 3; i++) {
      Runs.of(new Processes(), 4, 2).run((task, _) -> task, scope);
    }

    assertThat(RunsInProcesses.children()).isEmpty();
    assertThat(scope.liveThreads()).isEmpty();
    assertThat(openFiles()).isLessThanOrEqualTo(files);
  }

  @Test
  void largeArraysComeBackAsTheyWere() {
    int[] numbers = IntStream.range(0, 1 << 20).toArray();
    TaskBody<int[], int[]> body = (_, item) -> Arrays.stream(item).map(n -> n + 1).toArray();

    Execution<int[]> execution =
        Runs.of(new Processes(), 2, 2)
            .run(new Work<>(Optional.of(List.of(numbers, numbers)), body), processes.scope());

    assertThat(RunsInProcesses.results(execution))
        .allSatisfy(result -> assertThat(result[12_345]).isEqualTo(12_346));
    assertThat(execution.trace().counters().transfer().orElseThrow().sentBytes())
        .isGreaterThan(8L << 20);
    assertThat(execution.trace().states().sending()).isPositive();
  }

  @Test
  void elementThatCannotBeSentIsNamedAndTheRunDoesNotHappen() {
    TaskBody<Object, Integer> body = (task, _) -> task;
    Work<Object, Integer> work = new Work<>(Optional.of(List.of("a", new Object())), body);

    assertThatThrownBy(() -> Runs.of(new Processes(), 2, 1).run(work, processes.scope()))
        .isInstanceOf(NotShippable.class)
        .hasMessageContaining("Element 1");
  }

  @Test
  void resultThatCannotBeSentFailsItsTask() {
    Execution<Object> execution =
        processes.run(2, 1, (task, _) -> task == 0 ? new Object() : "fine");

    assertThat(RunsInProcesses.endings(execution)).containsExactly(Ending.FAILED, Ending.DONE);
    assertThat(RunsInProcesses.failure(execution, 0)).hasMessageContaining("The result");
  }

  @Test
  void exceptionThatCannotBeSentIsReplacedByItsWords() {
    Execution<Object> execution =
        processes.run(
            1,
            1,
            (_, _) -> {
              throw new Unsendable();
            });

    assertThat(RunsInProcesses.failure(execution, 0)).hasMessageContaining("what happened");
    assertThat(RunsInProcesses.failure(execution, 0).getStackTrace()[0].getClassName())
        .startsWith(ProcessesTest.class.getName());
  }

  @Test
  void workersThatDoNotFitIntoTheMemoryAreRefused() {
    assertThatThrownBy(() -> Runs.of(new Processes(), 9000, 9000).run((task, _) -> task))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("do not fit into");
  }

  private static final class Unsendable extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings({"unused", "serial"}) // this is why it cannot be sent
    private final Thread thread = Thread.currentThread();

    Unsendable() {
      super("what happened");
    }
  }

  private static long openFiles() throws IOException {
    try (var files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    }
  }
}
