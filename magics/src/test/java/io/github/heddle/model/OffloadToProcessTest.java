package io.github.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.Heddle;
import io.github.heddle.scope.LoopBreaker;
import io.github.heddle.scope.Scope;
import io.github.heddle.scope.Services;
import io.github.heddle.ship.NotShippable;
import io.github.heddle.task.Call;
import io.github.heddle.task.Ending;
import io.github.heddle.task.Outcome;
import io.github.heddle.trace.Lane;
import io.github.heddle.trace.Slice;
import io.github.heddle.trace.State;
import io.github.heddle.trace.Trace;
import io.github.heddle.worker.WarmWorkers;
import io.github.heddle.worker.WorkerCommand;
import io.github.heddle.worker.WorkerEnded;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What tasks of an event loop have done in worker processes.
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class OffloadToProcessTest {
  private static final long MILLI = 1_000_000;

  private final WarmWorkers workers = new WarmWorkers(WorkerCommand.ofThisProcess());
  private final Set<Long> before = children();

  @AfterEach
  void endWorkers() {
    workers.close();
    assertThat(children()).isSubsetOf(before);
  }

  @Test
  void workIsDoneInAnotherProcessWhileTheLoopGoesOn() {
    Execution<Long> execution =
        Runs.of(new Async(), 3, 1)
            .run(
                (task, _) -> {
                  if (task == 0) {
                    return Heddle.offloadToProcess(OffloadToProcessTest::compute);
                  }
                  Thread.sleep(1);
                  return (long) task;
                },
                scope());

    Trace trace = execution.trace();
    assertThat(execution.outcomes().getFirst())
        .isInstanceOfSatisfying(
            Outcome.Done.class,
            done -> assertThat(done.value()).isNotEqualTo(ProcessHandle.current().pid()));
    assertThat(trace.tasks().endNanos(1)).isLessThan(trace.tasks().endNanos(0));
    assertThat(trace.obstacles().holds()).isEmpty();
    assertThat(trace.lanes().getLast().name()).isEqualTo("process-1");
    assertThat(ofProcess(trace)).extracting(Slice::task).containsOnly(0);
    assertThat(nanos(trace, State.RUNNING)).isGreaterThan(100 * MILLI);
    assertThat(trace.counters().cpuNanos().orElseThrow()).isGreaterThan(100 * MILLI);
    assertThat(trace.states().running()).isGreaterThan(100 * MILLI);
    assertThat(onCores(trace)).isGreaterThan(100 * MILLI);
    assertOrdered(trace);
  }

  @Test
  void waitingInTheProcessIsShownAsWaiting() {
    Trace trace =
        Runs.of(new Async(), 1, 1)
            .run(
                (_, _) ->
                    Heddle.offloadToProcess(() -> {
                      Thread.sleep(1000);
                      return 1;
                    }),
                scope())
            .trace();

    assertThat(nanos(trace, State.WAITING)).isGreaterThan(500 * MILLI);
    assertThat(nanos(trace, State.RUNNING)).isLessThan(500 * MILLI);
    assertThat(trace.states().waiting()).isGreaterThan(500 * MILLI);
    assertThat(trace.states().running()).isLessThan(500 * MILLI);
    assertOrdered(trace);
  }

  @Test
  void whatTheWorkThrowsIsTheTasks() {
    assertThat(
            failure(() -> {
              throw new IOException("from there");
            }))
        .isInstanceOf(IOException.class)
        .hasMessage("from there");
    assertThat(
            failure(() -> {
              Runtime.getRuntime().halt(5);
              return 1;
            }))
        .isInstanceOf(WorkerEnded.class)
        .hasMessageContaining("exit code 5");
  }

  @Test
  void whatCannotBeSentIsSaidByTheTask() {
    Thread thread = Thread.currentThread();

    assertThat(failure(thread::getName))
        .isInstanceOf(NotShippable.class)
        .hasMessageStartingWith("The call cannot be sent to another process: ");
  }

  @Test
  void workIsStoppedWithItsTask() {
    Scope scope = scope();

    Execution<Object> execution =
        Runs.of(new Async(), 4, 1)
            .timeout(Duration.ofSeconds(2))
            .run((_, _) -> Heddle.offloadToProcess(OffloadToProcessTest::forEver), scope);

    assertThat(execution.outcomes()).extracting(Outcome::ending).containsOnly(Ending.TIMED_OUT);
    assertThat(scope.liveThreads()).isEmpty();
    assertThat(children()).isSubsetOf(before);
    assertThat(execution.trace().tasks().count()).isEqualTo(4);
  }

  @Test
  void withoutWarmWorkersAProcessIsStartedForTheCall() throws Exception {
    assertThat(Heddle.<Long>offloadToProcess(() -> ProcessHandle.current().pid()))
        .isNotEqualTo(ProcessHandle.current().pid());
    assertThat(children()).isSubsetOf(before);
  }

  @Test
  void interruptOfACallOutsideOfARunEndsItsProcess() throws Exception {
    Thread calling = Thread.currentThread();
    CountDownLatch over = new CountDownLatch(1);
    Scope scope = scope();
    Thread other =
        scope.thread(
            "caller",
            () -> {
              try {
                Heddle.offloadToProcess(OffloadToProcessTest::forEver);
              } catch (InterruptedException stopped) {
                over.countDown();
              } catch (Exception unexpected) {
                calling.interrupt();
              }
            });

    other.start();
    while (children().size() == before.size()) {
      Thread.onSpinWait();
    }
    scope.stop();

    assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(scope.awaitEnd(Duration.ofSeconds(10))).isEmpty();
    assertThat(children()).isSubsetOf(before);
  }

  private Throwable failure(Call<Object> work) {
    Execution<Object> execution =
        Runs.of(new Async(), 1, 1).run((_, _) -> Heddle.offloadToProcess(work), scope());
    return ((Outcome.Failed<?>) execution.outcomes().getFirst()).cause();
  }

  private Scope scope() {
    return Scope.root("test", LoopBreaker.NONE, Services.NONE.with(WarmWorkers.class, workers));
  }

  private static Set<Long> children() {
    return Set.copyOf(ProcessHandle.current().children().map(ProcessHandle::pid).toList());
  }

  /// Uses 300 ms of a core, however long the machine takes to give them.
  private static long compute() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long end = threads.getCurrentThreadCpuTime() + 300 * MILLI;
    while (threads.getCurrentThreadCpuTime() < end) {
      Thread.onSpinWait();
    }
    return ProcessHandle.current().pid();
  }

  @SuppressWarnings("InfiniteLoopStatement")
  private static Object forEver() {
    while (true) {
      Thread.onSpinWait();
    }
  }

  private static List<Slice> ofProcess(Trace trace) {
    Lane lane = trace.lanes().getLast();
    return trace.slices().stream().filter(slice -> slice.lane() == lane.index()).toList();
  }

  private static long nanos(Trace trace, State state) {
    return ofProcess(trace).stream()
        .filter(slice -> slice.state() == state)
        .mapToLong(Slice::nanos)
        .sum();
  }

  /// What the cores are seen to have done for the run.
  private static double onCores(Trace trace) {
    return trace.cores().orElseThrow().bins().stream()
        .mapToDouble(bin -> bin.own() * (bin.endNanos() - bin.startNanos()))
        .sum();
  }

  /// The slices of a lane do not overlap, and the states of the tasks add up to their times.
  private static void assertOrdered(Trace trace) {
    List<Slice> slices = ofProcess(trace);
    for (int i = 1; i < slices.size(); i++) {
      assertThat(slices.get(i).startNanos()).isGreaterThanOrEqualTo(slices.get(i - 1).endNanos());
    }
    long all = 0;
    for (int task = 0; task < trace.tasks().count(); task++) {
      all += trace.tasks().endNanos(task) - trace.tasks().startNanos(task);
    }
    assertThat(trace.states().total()).isEqualTo(all);
  }
}
