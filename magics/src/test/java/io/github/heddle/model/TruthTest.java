package io.github.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.heddle.task.TaskBody;
import io.github.heddle.trace.Slice;
import io.github.heddle.trace.State;
import io.github.heddle.trace.StateTimes;
import io.github.heddle.trace.TaskTable;
import io.github.heddle.trace.Trace;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Workloads whose truth is known: how long a thread computes is said by its own CPU clock, how
/// long it waits by whoever it waits for. Margins are wide, and a busy machine may add waits for a
/// core to any of them.
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class TruthTest {
  private static final long MILLI = 1_000_000;
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  @Test
  void computingTasksUseTheCpuTimeThatTheirOwnClockSays() {
    Trace trace = threads(6, 3, (_, _) -> spin(40));

    long[] tasks =
        IntStream.range(0, 6)
            .mapToLong(task -> trace.tasks().cpuNanos(task).orElseThrow())
            .sorted()
            .toArray();
    assertThat(tasks[0]).isGreaterThanOrEqualTo(40 * MILLI);
    assertThat(tasks[3]).isLessThan(44 * MILLI);
    assertThat(cpu(trace)).isBetween(6 * 40 * MILLI, 6 * 50 * MILLI);
    assertThat(trace.counters().cpuNanos().orElseThrow()).isBetween(6 * 40 * MILLI, 6 * 50 * MILLI);
    assertThat(share(trace, State.WAITING) + share(trace, State.LOCKED)).isLessThan(0.1);
    assertSlicesAddUp(trace);
  }

  @Test
  void moreComputingThreadsThanCoresWaitForACore() {
    int cores = Runtime.getRuntime().availableProcessors();
    Trace trace = threads(4 * cores, 4 * cores, (_, _) -> spin(40));

    assertThat(share(trace, State.RUNNING)).isLessThan(0.5);
    assertThat(share(trace, State.READY)).isGreaterThan(0.4);
    assertThat(share(trace, State.WAITING) + share(trace, State.LOCKED)).isLessThan(0.1);
    assertThat(trace.counters().involuntarySwitches().orElseThrow()).isPositive();
    assertSlicesAddUp(trace);
  }

  @Test
  void sleepingTasksWait() {
    Trace trace =
        threads(
            4,
            4,
            (_, _) -> {
              Thread.sleep(60);
              return true;
            });

    assertThat(trace.wallNanos()).isGreaterThanOrEqualTo(60 * MILLI);
    assertThat(trace.states().waiting()).isGreaterThan(4 * 55 * MILLI);
    assertThat(share(trace, State.LOCKED)).isLessThan(0.1);
    assertThat(trace.counters().voluntarySwitches().orElseThrow()).isGreaterThanOrEqualTo(4);
    assertSlicesAddUp(trace);
  }

  @Test
  void tasksThatReadASocketWait() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Trace trace =
          threads(
              2,
              2,
              (_, _) -> {
                try (Socket socket = new Socket(silent.getInetAddress(), silent.getLocalPort())) {
                  socket.setSoTimeout(80);
                  return socket.getInputStream().read();
                }
              });

      assertThat(trace.states().waiting()).isGreaterThan(2 * 60 * MILLI);
      assertSlicesAddUp(trace);
    }
  }

  /// Each of four tasks sleeps while it holds the monitor; they wait for none, one, two and three
  /// others.
  @Test
  void tasksBehindAMonitorWaitForTheLock() {
    Object monitor = new Object();
    Trace trace =
        threads(
            4,
            4,
            (_, _) -> {
              synchronized (monitor) {
                Thread.sleep(40);
              }
              return true;
            });

    assertThat(trace.states().locked()).isGreaterThan((1 + 2 + 3) * 34 * MILLI);
    assertThat(trace.states().waiting()).isGreaterThan(4 * 34 * MILLI);
    assertThat(share(trace, State.RUNNING)).isLessThan(0.1);
    assertSlicesAddUp(trace);
  }

  @Test
  void tasksBehindAReentrantLockWaitForTheLock() {
    ReentrantLock lock = new ReentrantLock();
    Trace trace =
        threads(
            4,
            4,
            (_, _) -> {
              lock.lock();
              try {
                return spin(40);
              } finally {
                lock.unlock();
              }
            });

    assertThat(share(trace, State.LOCKED)).isGreaterThan(0.4);
    assertThat(share(trace, State.WAITING)).isLessThan(0.15);
    assertSlicesAddUp(trace);
  }

  @Test
  void statesFollowInTheOrderInWhichTheyHappened() {
    AtomicLong slept = new AtomicLong();
    Trace trace =
        threads(
            1,
            1,
            (_, _) -> {
              long before = System.nanoTime();
              Thread.sleep(1500);
              slept.set(System.nanoTime() - before);
              return spin(1500);
            });

    Slice sleep =
        trace.slices().stream()
            .filter(slice -> slice.state() == State.WAITING)
            .max(Comparator.comparingLong(Slice::nanos))
            .orElseThrow();
    long ranAfterwards =
        trace.slices().stream()
            .filter(slice -> slice.state() == State.RUNNING)
            .filter(slice -> slice.startNanos() >= sleep.endNanos())
            .mapToLong(Slice::nanos)
            .sum();
    assertThat(sleep.nanos()).isCloseTo(slept.get(), within(225 * MILLI));
    assertThat(ranAfterwards).isCloseTo(1500 * MILLI, within(150 * MILLI));
  }

  @Test
  void allocatedBytesAreThoseOfTheTasks() {
    Trace trace = threads(10, 2, (_, _) -> new byte[1_000_000].length);

    assertThat(trace.counters().allocatedBytes().orElseThrow()).isBetween(10_000_000L, 11_500_000L);
  }

  @Test
  void coresThatTheRunUsedAddUpToItsCpuTime() {
    Trace trace = threads(2, 2, (_, _) -> spin(200));

    double own =
        trace.cores().orElseThrow().bins().stream()
            .mapToDouble(bin -> bin.own() * (bin.endNanos() - bin.startNanos()))
            .sum();
    assertThat(own / cpu(trace)).isCloseTo(1, within(0.15));
    assertThat(trace.cores().orElseThrow().bins())
        .allSatisfy(bin -> {
          assertThat(bin.own()).isBetween(0.0, 1.0);
          assertThat(bin.own() + bin.other()).isBetween(0.0, 1.0001);
        });
  }

  @Test
  void countersOfTheRunArePresent() {
    var counters = threads(2, 2, (_, _) -> spin(5)).counters();

    assertThat(counters.peakResidentBytes().orElseThrow()).isGreaterThan(10_000_000);
    assertThat(counters.startupNanos().orElseThrow()).isPositive();
    assertThat(counters.samplerNanos().orElseThrow()).isPositive();
  }

  @Test
  void sequentialTasksFollowEachOtherOnOneLane() {
    Trace trace = trace(new Sequential(), 5, 1, (_, _) -> spin(4));

    assertThat(trace.lanes()).hasSize(1);
    TaskTable tasks = trace.tasks();
    assertThat(IntStream.range(1, 5))
        .allMatch(task -> tasks.startNanos(task) >= tasks.endNanos(task - 1));
    assertThat(trace.wallNanos()).isGreaterThanOrEqualTo(5 * 4 * MILLI);
    assertSlicesAddUp(trace);
  }

  private static Trace threads(int tasks, int workers, TaskBody<Integer, Object> body) {
    return trace(new Threads(), tasks, workers, body);
  }

  private static Trace trace(Model model, int tasks, int workers, TaskBody<Integer, Object> body) {
    Trace trace = Runs.of(model, tasks, workers).run(body).trace();
    assertThat(trace.statesMeasured()).isTrue();
    return trace;
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

  private static long cpu(Trace trace) {
    return IntStream.range(0, trace.tasks().count())
        .mapToLong(task -> trace.tasks().cpuNanos(task).orElseThrow())
        .sum();
  }

  private static double share(Trace trace, State state) {
    StateTimes states = trace.states();
    long nanos =
        switch (state) {
          case RUNNING -> states.running();
          case READY -> states.ready();
          case WAITING -> states.waiting();
          case LOCKED -> states.locked();
          case STARTING, FAILED -> 0;
        };
    return (double) nanos / states.total();
  }

  /// Slices fill each task from its start to its end and say of each state what the sums say.
  private static void assertSlicesAddUp(Trace trace) {
    TaskTable tasks = trace.tasks();
    for (int task = 0; task < tasks.count(); task++) {
      long next = tasks.startNanos(task);
      for (Slice slice : slicesOf(trace, task)) {
        assertThat(slice.startNanos()).isEqualTo(next);
        assertThat(slice.lane()).isEqualTo(tasks.lane(task));
        next = slice.endNanos();
      }
      assertThat(next).isEqualTo(tasks.endNanos(task));
    }
    long total = IntStream.range(0, tasks.count()).mapToLong(t -> nanos(tasks, t)).sum();
    assertThat(trace.states().total()).isEqualTo(total);
    long running =
        trace.slices().stream()
            .filter(slice -> slice.state() == State.RUNNING)
            .mapToLong(Slice::nanos)
            .sum();
    assertThat((double) running / total)
        .isCloseTo((double) trace.states().running() / total, within(0.05));
  }

  private static long nanos(TaskTable tasks, int task) {
    return tasks.endNanos(task) - tasks.startNanos(task);
  }

  private static List<Slice> slicesOf(Trace trace, int task) {
    return trace.slices().stream()
        .filter(slice -> slice.task() == task && slice.state() != State.FAILED)
        .toList();
  }
}
