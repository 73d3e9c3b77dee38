package io.github.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.heddle.plan.OnError;
import io.github.heddle.plan.Plan;
import io.github.heddle.plan.WorkerJvm;
import io.github.heddle.scope.LoopBreaker;
import io.github.heddle.scope.Scope;
import io.github.heddle.scope.Services;
import io.github.heddle.ship.NotShippable;
import io.github.heddle.task.Ending;
import io.github.heddle.task.Outcome;
import io.github.heddle.task.TaskBody;
import io.github.heddle.task.Work;
import io.github.heddle.trace.Slice;
import io.github.heddle.trace.State;
import io.github.heddle.trace.TaskTable;
import io.github.heddle.trace.Trace;
import io.github.heddle.worker.WarmWorkers;
import io.github.heddle.worker.WorkerCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What is special about worker processes, beside what every model keeps to.
@Timeout(90)
@EnabledOnOs(OS.LINUX)
class ProcessesTest {
  private static final Duration SOON = Duration.ofMillis(300);

  private final WarmWorkers workers = new WarmWorkers(WorkerCommand.ofThisProcess());

  @TempDir private Path folder;

  @AfterEach
  void endWorkers() {
    workers.close();
  }

  @Test
  void tasksRunInOtherProcesses() {
    Execution<Long> execution = run(8, 2, (_, _) -> ProcessHandle.current().pid());

    Set<Long> pids = Set.copyOf(results(execution));
    assertThat(pids).hasSizeBetween(1, 2).doesNotContain(ProcessHandle.current().pid());
    assertThat(execution.trace().lanes())
        .extracting(lane -> lane.name().replaceAll("\\d+\\)", "N)"))
        .containsExactly("process-1 (pid N)", "process-2 (pid N)");
  }

  @Test
  void whatATaskChangesStaysInItsWorker() {
    List<Integer> mine = new ArrayList<>(List.of(1, 2));
    List<Integer> sizes =
        results(
            run(
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
    Set<Long> first = Set.copyOf(results(run(4, 2, (_, _) -> pid())));
    Set<Long> second = Set.copyOf(results(run(4, 2, (_, _) -> pid())));

    assertThat(first).containsAnyElementsOf(second);
    assertThat(children()).hasSize(2);
  }

  @Test
  void withoutAKernelWorkersEndWithTheRun() {
    Execution<Long> execution =
        Runs.of(new Processes(), 4, 2).run((_, _) -> ProcessHandle.current().pid());

    assertThat(results(execution))
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

    assertThat(children()).isEmpty();
    assertThat(scope.liveThreads()).isEmpty();
    assertThat(openFiles()).isLessThanOrEqualTo(files);
  }

  @Test
  void exitFailsTheTaskUnderWayAndNoOther() {
    Execution<Integer> execution =
        run(
            20,
            2,
            (task, _) -> {
              if (task == 5) {
                System.exit(4);
              }
              return task;
            });

    assertThat(endings(execution).get(5)).isEqualTo(Ending.FAILED);
    assertThat(failure(execution, 5))
        .hasMessage("the worker process ended: its code called System.exit or halt (exit code 4)");
    assertThat(endings(execution).stream().filter(Ending.DONE::equals)).hasSize(19);
  }

  @Test
  void haltAfterManyShortTasksFailsJustItsOwn() {
    Execution<Integer> execution =
        run(
            2000,
            1,
            (task, _) -> {
              if (task == 1500) {
                Runtime.getRuntime().halt(9);
              }
              return task;
            });

    assertThat(IntStream.range(0, 2000).filter(t -> endings(execution).get(t) != Ending.DONE))
        .containsExactly(1500);
  }

  @Test
  void killedWorkerFailsItsTaskWithTheSignal() {
    Execution<Integer> execution =
        run(
            3,
            1,
            (task, _) -> {
              if (task == 1) {
                ProcessHandle.current().info();
                new ProcessBuilder("kill", "-9", "" + pid()).start().waitFor();
                new CountDownLatch(1).await();
              }
              return task;
            });

    assertThat(endings(execution)).containsExactly(Ending.DONE, Ending.FAILED, Ending.DONE);
    assertThat(failure(execution, 1)).hasMessage("the worker process ended: killed (signal 9)");
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
        new Processes().run(plan, new Work<>(Optional.empty(), body), scope(), Watch.NONE);

    assertThat(endings(execution)).containsExactly(Ending.DONE, Ending.FAILED, Ending.DONE);
    assertThat(failure(execution, 1))
        .hasMessageContaining("out of memory, as its heap of 32 MB was full");
  }

  @Test
  void endlessLoopIsEndedByTheTimeLimitAndItsProcessWithIt() {
    Execution<Integer> execution =
        run(
            Runs.of(new Processes(), 3, 1).timeout(SOON),
            (task, _) -> {
              while (task == 1) {
                Thread.onSpinWait();
              }
              return task;
            });

    assertThat(endings(execution))
        .containsExactly(Ending.DONE, Ending.TIMED_OUT, Ending.NOT_STARTED);
    assertThat(children()).isEmpty();
    assertThat(execution.trace().states().running() + execution.trace().states().ready())
        .as("it was seen to compute, or to wait for a core")
        .isGreaterThan(execution.trace().wallNanos() / 4);
  }

  @Test
  void firstFailureStopsTheRunWhereAskedTo() {
    Execution<Integer> execution =
        run(
            Runs.of(new Processes(), 50, 2).stopOnError(),
            (task, _) -> {
              if (task == 0) {
                throw new IllegalStateException("first");
              }
              new CountDownLatch(1).await();
              return task;
            });

    assertThat(endings(execution).getFirst()).isEqualTo(Ending.FAILED);
    assertThat(endings(execution).subList(2, 50)).containsOnly(Ending.NOT_STARTED);
    assertThat(children()).isEmpty();
  }

  @Test
  void processesThatATaskStartedEndWithAStop() {
    Execution<Integer> execution =
        run(
            Runs.of(new Processes(), 1, 1).timeout(SOON),
            (_, _) -> new ProcessBuilder("sleep", "1000").start().waitFor());

    assertThat(endings(execution)).containsExactly(Ending.TIMED_OUT);
    assertThat(ProcessHandle.allProcesses())
        .noneMatch(process ->
            process.info().commandLine().filter(line -> line.endsWith("sleep 1000")).isPresent());
  }

  @Test
  void largeArraysComeBackAsTheyWere() {
    int[] numbers = IntStream.range(0, 1 << 20).toArray();
    TaskBody<int[], int[]> body = (_, item) -> Arrays.stream(item).map(n -> n + 1).toArray();

    Execution<int[]> execution =
        Runs.of(new Processes(), 2, 2)
            .run(new Work<>(Optional.of(List.of(numbers, numbers)), body), scope());

    assertThat(results(execution))
        .allSatisfy(result -> assertThat(result[12_345]).isEqualTo(12_346));
    assertThat(execution.trace().counters().transfer().orElseThrow().sentBytes())
        .isGreaterThan(8L << 20);
    assertThat(execution.trace().states().sending()).isPositive();
  }

  @Test
  void elementThatCannotBeSentIsNamedAndTheRunDoesNotHappen() {
    TaskBody<Object, Integer> body = (task, _) -> task;
    Work<Object, Integer> work = new Work<>(Optional.of(List.of("a", new Object())), body);

    assertThatThrownBy(() -> Runs.of(new Processes(), 2, 1).run(work, scope()))
        .isInstanceOf(NotShippable.class)
        .hasMessageContaining("Element 1");
  }

  @Test
  void resultThatCannotBeSentFailsItsTask() {
    Execution<Object> execution = run(2, 1, (task, _) -> task == 0 ? new Object() : "fine");

    assertThat(endings(execution)).containsExactly(Ending.FAILED, Ending.DONE);
    assertThat(failure(execution, 0)).hasMessageContaining("The result");
  }

  @Test
  void exceptionThatCannotBeSentIsReplacedByItsWords() {
    Execution<Object> execution =
        run(
            1,
            1,
            (_, _) -> {
              throw new Unsendable();
            });

    assertThat(failure(execution, 0)).hasMessageContaining("what happened");
    assertThat(failure(execution, 0).getStackTrace()[0].getClassName())
        .startsWith(ProcessesTest.class.getName());
  }

  @Test
  void longTasksDoNotWaitBehindALongOne() {
    Execution<Integer> execution =
        run(
            600,
            2,
            (task, _) -> {
              if (task == 100) {
                Thread.sleep(700);
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
        run(
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
    assertNoOverlap(trace);
    assertThat(trace.states().waiting()).isGreaterThan(6 * 18_000_000L);
    assertThat(trace.counters().workerResidentBytes().orElseThrow()).isGreaterThan(5_000_000);
  }

  @Test
  void computingTasksUseTheCpuTimeTheySay() {
    Execution<Long> execution =
        run(
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
    assertNoOverlap(trace);
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
                run(
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
    assertNoOverlap(soFar);
  }

  @Test
  void workersThatDoNotFitIntoTheMemoryAreRefused() {
    assertThatThrownBy(() -> Runs.of(new Processes(), 9000, 9000).run((task, _) -> task))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("do not fit into");
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

  private static final class Unsendable extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings({"unused", "serial"}) // this is why it cannot be sent
    private final Thread thread = Thread.currentThread();

    Unsendable() {
      super("what happened");
    }
  }

  private <R> Execution<R> run(int tasks, int processes, TaskBody<Integer, R> body) {
    return run(Runs.of(new Processes(), tasks, processes), body);
  }

  private <R> Execution<R> run(Runs runs, TaskBody<Integer, R> body) {
    return runs.run(body, scope());
  }

  private Scope scope() {
    return Scope.root("test", LoopBreaker.NONE, Services.NONE.with(WarmWorkers.class, workers));
  }

  private static long pid() {
    return ProcessHandle.current().pid();
  }

  private static <R> List<R> results(Execution<R> execution) {
    return execution.outcomes().stream()
        .map(outcome -> ((Outcome.Done<R>) outcome).value())
        .toList();
  }

  private static List<Ending> endings(Execution<?> execution) {
    return execution.outcomes().stream().map(Outcome::ending).toList();
  }

  private static Throwable failure(Execution<?> execution, int task) {
    return ((Outcome.Failed<?>) execution.outcomes().get(task)).cause();
  }

  private static List<Long> children() {
    return ProcessHandle.current().children().map(ProcessHandle::pid).toList();
  }

  private static long openFiles() throws IOException {
    try (var files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    }
  }

  private static void assertNoOverlap(Trace trace) {
    Map<Integer, List<Slice>> lanes = new HashMap<>();
    trace.slices().forEach(s -> lanes.computeIfAbsent(s.lane(), _ -> new ArrayList<>()).add(s));
    for (List<Slice> lane : lanes.values()) {
      lane.sort(Comparator.comparingLong(Slice::startNanos));
      for (int i = 1; i < lane.size(); i++) {
        assertThat(lane.get(i).startNanos()).isGreaterThanOrEqualTo(lane.get(i - 1).endNanos());
      }
    }
  }
}
