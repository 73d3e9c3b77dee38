package io.github.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.heddle.Heddle;
import io.github.heddle.plan.OnError;
import io.github.heddle.plan.Plan;
import io.github.heddle.report.Report;
import io.github.heddle.report.SpeedUp;
import io.github.heddle.scope.Scope;
import io.github.heddle.task.Ending;
import io.github.heddle.task.TaskBody;
import io.github.heddle.trace.Lane;
import io.github.heddle.trace.Slice;
import io.github.heddle.trace.State;
import io.github.heddle.trace.Trace;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What bodies hand to other threads, against known amounts of computing: a thread's own clock says
/// how long it computed. Margins are wide, as threads are sampled.
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class HelpersTest {
  private static final long MILLI = 1_000_000;
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  @Test
  void threadsOfAPoolMadeInTheBodyBelongToTheirTask() {
    Trace trace = threads(2, (task, _) -> inAPool(task == 0 ? 750 : 250));

    assertThat(cpuMillis(trace, 0)).isBetween(2 * 675L, 2 * 825L);
    assertThat(cpuMillis(trace, 1)).isBetween(2 * 200L, 2 * 325L);
    assertThat(trace.counters().cpuNanos().orElseThrow() / MILLI).isBetween(1_750L, 2_250L);
    assertThat(trace.lanes())
        .extracting(lane -> lane.name().replaceAll("pool-\\d+", "pool"))
        .containsExactly(
            "thread-1",
            "thread-2",
            "task 0: pool-thread-1",
            "task 0: pool-thread-2",
            "task 1: pool-thread-1",
            "task 1: pool-thread-2");
    assertThat(trace.helpers().threads()).isEqualTo(4);
    assertSlicesDoNotOverlap(trace);
  }

  @Test
  void waitingForOnesOwnThreadsIsNoWaitOneAtATime() {
    Trace trace = threads(1, (_, _) -> inAPool(500));

    SpeedUp speedUp = report(trace, 1).numbers().speedUp().orElseThrow();
    assertThat(speedUp.oneAtATimeNanos() / (double) (1_000 * MILLI)).isCloseTo(1, within(0.3));
    assertThat(trace.states().waiting())
        .as("the states are those of the task's own thread")
        .isGreaterThan(350 * MILLI);
    assertThat(report(trace, 1).finding().headline()).contains("CPU-bound");
  }

  @Test
  void threadsThatAThreadOfATaskStartsBelongToTheTaskToo() {
    Trace trace =
        threads(
            2,
            (task, _) -> {
              Thread outer =
                  new Thread(() -> {
                    Thread inner = new Thread(() -> spin(task == 1 ? 120 : 1), "inner");
                    inner.start();
                    joined(inner);
                  });
              outer.start();
              outer.join();
              return true;
            });

    assertThat(cpuMillis(trace, 1)).isBetween(100L, 150L);
    assertThat(cpuMillis(trace, 0)).isLessThan(30L);
  }

  @Test
  void parallelStreamOfTheOnlyTaskBelongsToIt() {
    Trace trace =
        threads(1, (_, _) -> IntStream.range(0, 60).parallel().mapToLong(_ -> spin(5)).sum());

    assertThat(cpuMillis(trace, 0)).isBetween(285L, 360L);
    assertThat(trace.lanes().subList(1, trace.lanes().size()))
        .extracting(Lane::name)
        .isNotEmpty()
        .allMatch(name -> name.startsWith("task 0: commonPool-worker-"));
    assertSlicesDoNotOverlap(trace);
  }

  @Test
  void parallelStreamsOfSeveralTasksCountForTheirTasksAndTheRun() {
    Trace trace =
        threads(
            2,
            (task, _) ->
                IntStream.range(0, 60).parallel().mapToLong(_ -> spin(task == 0 ? 9 : 3)).sum());

    assertThat(runMillis(trace)).isBetween(60 * (9 + 3) * 95 / 100L, 60 * (9 + 3) * 125 / 100L);
    assertThat(cpuMillis(trace, 0)).isBetween(60 * 9 / 2L, 60 * 9 * 120 / 100L);
    assertThat(cpuMillis(trace, 1)).isBetween(60 * 3 / 2L, 60 * 3 * 140 / 100L);
    assertThat(cpuMillis(trace, 0) + cpuMillis(trace, 1))
        .as("what is not known to be of a task is nobody's")
        .isLessThanOrEqualTo(runMillis(trace));
    assertThat(trace.lanes().subList(2, trace.lanes().size()))
        .extracting(Lane::name)
        .isNotEmpty()
        .allMatch(name -> name.contains("commonPool-worker-"));
    assertSlicesDoNotOverlap(trace);
  }

  /// The tasks' own threads compute nothing, not even while they wait.
  @Test
  void futuresOfSeveralTasksCountForTheirTasks() {
    Trace trace =
        threads(
            2,
            (task, _) -> {
              CountDownLatch left = new CountDownLatch(task == 0 ? 6 : 2);
              List<CompletableFuture<Long>> asked =
                  Stream.generate(() -> CompletableFuture.supplyAsync(() -> spin(60, left)))
                      .limit(left.getCount())
                      .toList();
              left.await();
              return asked.stream().mapToLong(CompletableFuture::join).sum();
            });

    assertThat(runMillis(trace)).isBetween(8 * 57L, 8 * 75L);
    assertThat(cpuMillis(trace, 0)).isBetween(6 * 30L, 6 * 75L);
    assertThat(cpuMillis(trace, 1)).isBetween(2 * 30L, 2 * 80L);
  }

  @Test
  void coresOfTheRunCountItsOtherThreads() {
    Trace trace = threads(1, (_, _) -> inAPool(200));

    double own =
        trace.cores().orElseThrow().bins().stream()
            .mapToDouble(bin -> bin.own() * (bin.endNanos() - bin.startNanos()))
            .sum();
    assertThat(own / trace.counters().cpuNanos().orElseThrow()).isCloseTo(1, within(0.3));
  }

  @Test
  void manyThreadsOneAfterTheOtherShareFewLanes() {
    Trace trace =
        threads(
            60,
            (_, _) -> {
              Thread thread = new Thread(() -> spin(6));
              thread.start();
              thread.join();
              return true;
            });

    assertThat(trace.lanes()).hasSizeLessThan(2 + 30);
    assertSlicesDoNotOverlap(trace);
  }

  @ParameterizedTest
  @ValueSource(strings = {"async", "virtual"})
  void threadsThatTasksOnCarriersStartBelongToTheirTasks(String name) {
    Model model = Models.named(name).orElseThrow();
    Trace trace =
        Runs.of(model, 2, 1).run((task, _) -> inAPool(task == 0 ? 300 : 100), scope()).trace();
    Report report = report(name, trace, 2);

    assertThat(cpuMillis(trace, 0)).isBetween(2 * 250L, 2 * 330L);
    assertThat(cpuMillis(trace, 1)).isBetween(2 * 70L, 2 * 130L);
    assertThat(runMillis(trace)).isBetween(640L, 900L);
    assertThat(trace.lanes())
        .extracting(lane -> lane.name().replaceAll("pool-\\d+", "pool"))
        .containsSubsequence(
            "task 0",
            "task 1",
            "task 0: pool-thread-1",
            "task 0: pool-thread-2",
            "task 1: pool-thread-1",
            "task 1: pool-thread-2");
    assertThat(report.finding().headline()).contains("CPU-bound");
    assertThat(report.finding().subtitle())
        .contains("threads that tasks started")
        .doesNotContain("offloaded");
    assertSlicesDoNotOverlap(trace);
  }

  @Test
  void commonPoolCountsForTasksOnAnEventLoop() {
    Trace trace =
        Runs.of(new Async(), 2, 1)
            .run(
                (_, _) -> {
                  CountDownLatch left = new CountDownLatch(4);
                  for (int part = 0; part < 4; part++) {
                    ForkJoinPool.commonPool().execute(() -> spin(80, left));
                  }
                  left.await();
                  return true;
                },
                scope())
            .trace();

    assertThat(runMillis(trace)).isBetween(8 * 70L, 8 * 110L);
    assertThat(report("async", trace, 2).numbers().speedUp()).isEmpty();
  }

  @Test
  void whatIsOffloadedIsNotCountedAgainAsAThreadOfItsTask() {
    Trace trace =
        Runs.of(new Async(), 2, 1).run((_, _) -> Heddle.offload(() -> spin(150)), scope()).trace();

    assertThat(trace.helpers().threads()).isZero();
    assertThat(runMillis(trace)).isBetween(290L, 360L);
  }

  /// Such as the server in a notebook that its tasks ask.
  @Test
  void virtualThreadsOfOthersDoNotWorkForTasksOnAnEventLoop() throws InterruptedException {
    AtomicBoolean over = new AtomicBoolean();
    Thread other =
        Thread.ofVirtual()
            .start(() -> {
              while (!over.get()) {
                Thread.onSpinWait();
              }
            });
    Trace trace;
    try {
      trace = Runs.of(new Async(), 2, 1).run((_, _) -> sleep(100), scope()).trace();
    } finally {
      over.set(true);
      other.join();
    }

    assertThat(trace.lanes())
        .extracting(Lane::name)
        .containsExactly("event loop", "task 0", "task 1");
    assertThat(trace.helpers().runningNanos()).isZero();
  }

  private static boolean sleep(long millis) throws InterruptedException {
    Thread.sleep(millis);
    return true;
  }

  @Test
  void ofACrowdWhoseThreadsComputeNoSpeedUpIsNamed() {
    Trace trace =
        Runs.of(new Async(), 60, 1)
            .run(
                (_, _) -> {
                  Thread thread = new Thread(() -> spin(20));
                  thread.start();
                  thread.join();
                  return true;
                },
                scope())
            .trace();

    assertThat(report("async", trace, 60).numbers().speedUp()).isEmpty();
    assertThat(report("async", trace, 60).finding().headline()).doesNotContain("I/O-bound");
  }

  private static boolean inAPool(long millis) throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      List<Future<Long>> both =
          List.of(pool.submit(() -> spin(millis)), pool.submit(() -> spin(millis)));
      for (Future<Long> each : both) {
        each.get();
      }
    }
    return true;
  }

  private static void joined(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Trace threads(int tasks, TaskBody<Integer, Object> body) {
    return Runs.of(new Threads(), tasks, Math.min(tasks, 2)).run(body, scope()).trace();
  }

  private static Scope scope() {
    return Runs.scope();
  }

  private static Report report(Trace trace, int tasks) {
    return report("threads", trace, tasks);
  }

  private static Report report(String model, Trace trace, int tasks) {
    Plan plan = new Plan(model, tasks, tasks, Optional.empty(), OnError.CONTINUE);
    return Report.of(plan, Collections.nCopies(tasks, Ending.DONE), trace);
  }

  private static long runMillis(Trace trace) {
    return trace.counters().cpuNanos().orElseThrow() / MILLI;
  }

  private static long cpuMillis(Trace trace, int task) {
    return trace.tasks().cpuNanos(task).orElseThrow() / MILLI;
  }

  /// Computes for so long on a core.
  private static long spin(long millis) {
    long end = CLOCK.getCurrentThreadCpuTime() + millis * MILLI;
    long rounds = 0;
    while (CLOCK.getCurrentThreadCpuTime() < end) {
      rounds++;
    }
    return rounds;
  }

  private static long spin(long millis, CountDownLatch left) {
    long rounds = spin(millis);
    left.countDown();
    return rounds;
  }

  private static void assertSlicesDoNotOverlap(Trace trace) {
    for (Lane lane : trace.lanes()) {
      long end = 0;
      for (Slice slice : trace.slices()) {
        if (slice.lane() == lane.index() && slice.state() != State.FAILED) {
          assertThat(slice.startNanos()).as(lane.name()).isGreaterThanOrEqualTo(end);
          end = slice.endNanos();
        }
      }
    }
  }
}
