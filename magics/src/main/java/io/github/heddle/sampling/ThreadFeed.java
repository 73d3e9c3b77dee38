package io.github.heddle.sampling;

import io.github.heddle.scope.Scope;
import io.github.heddle.trace.Look;
import io.github.heddle.trace.ThreadRow;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/// Samples one thread of this process again and again, on a daemon thread `heddle-sampler`, for
/// somebody who takes the samples away from time to time. Any thread may take them.
public final class ThreadFeed implements AutoCloseable {
  private static final long BETWEEN_DELIVERIES = 100_000_000;

  /// Between two deliveries.
  private static final int MOST_LOOKS = 100;

  private final ThreadProbe probe;
  private final LongConsumer glance;
  private final Runnable delivery;
  private final Thread thread;
  private final WatchedThread watched;
  private final Onlooker onlooker = new Onlooker();
  private final LockWatch locks = new LockWatch();
  private final Pace pace = new Pace();
  private List<ThreadRow> rows = new ArrayList<>();
  private ThreadRow last = new ThreadRow(0, 0, 0, 0, OptionalInt.empty());
  private boolean begun;

  /// CPU time of the sampling thread at the end of its last round.
  private volatile long sampledCpu;

  private long delivered;
  private volatile boolean closed;

  private ThreadFeed(
      ThreadProbe probe, Supplier<OptionalInt> task, LongConsumer glance, Runnable delivery) {
    this.probe = probe;
    this.glance = glance;
    this.delivery = delivery;
    this.watched = new WatchedThread(probe, task, MOST_LOOKS);
    onlooker.watch(watched);
    this.thread = Scope.outside("heddle-sampler", this::run);
  }

  /// Begins to sample.
  ///
  /// @param task which task the thread works for now
  /// @param glance called with every sample, with its time
  /// @param delivery called ten times in a second: time to take the samples
  public static ThreadFeed start(
      ThreadProbe probe, Supplier<OptionalInt> task, LongConsumer glance, Runnable delivery) {
    ThreadFeed feed = new ThreadFeed(probe, task, glance, delivery);
    feed.onlooker.start();
    feed.thread.start();
    return feed;
  }

  /// Takes one more sample, and all that there are away.
  public synchronized List<ThreadRow> take() {
    sample();
    List<ThreadRow> taken = rows;
    rows = new ArrayList<>();
    return taken;
  }

  /// Takes away what was seen of the thread's stack.
  public List<Look> takeLooks() {
    return watched.take();
  }

  /// CPU time that the sampling took until now, deliveries and looks at stacks included.
  public long cpuNanos() {
    return sampledCpu + onlooker.cpuNanos();
  }

  /// Whether waits for a core can be read.
  public boolean readyKnown() {
    return probe.readyKnown();
  }

  /// Ends the sampling; does not wait for its thread.
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    onlooker.close();
  }

  private void run() {
    long start = System.nanoTime();
    sampledCpu = ThreadMeter.threads().getCurrentThreadCpuTime();
    delivered = start;
    Beat beat = new Beat(start, TimerSlack.ask(Pace.SLACK));
    sample();
    glance.accept(start);
    while (!closed) {
      next(start, beat);
    }
    probe.close();
  }

  /// A method that is called for every sample, unlike the loop, is compiled after some hundred.
  private void next(long start, Beat beat) {
    long now = System.nanoTime();
    long cpu = ThreadMeter.threads().getCurrentThreadCpuTime();
    pace.sampled(cpu - sampledCpu);
    sampledCpu = cpu;
    LockSupport.parkNanos(beat.pause(now, pace.next(now - start, 1)));
    sample();
    glance.accept(now);
    if (now - delivered >= BETWEEN_DELIVERIES && !closed) {
      delivered = now;
      delivery.run();
    }
  }

  private synchronized void sample() {
    long cpu =
        probe
            .lastCpuNanos()
            .orElseGet(() -> ThreadMeter.threads().getThreadCpuTime(probe.threadId()));
    long now = System.nanoTime();
    if (cpu >= 0 && now > last.nanos()) {
      add(now, cpu);
    }
  }

  private void add(long now, long cpu) {
    long ran = cpu - last.cpuNanos();
    boolean moved = ran > 0 || !begun;
    // a wait for a core counts when it is over, that is when the thread ran
    long ready = moved ? probe.readyNanos().orElse(last.readyNanos()) : last.readyNanos();
    long idle = begun ? now - last.nanos() - ran - (ready - last.readyNanos()) : 0;
    last =
        new ThreadRow(
            now,
            cpu,
            ready,
            locks.add(idle, probe.doing()),
            moved ? probe.lastCore(now) : last.core());
    begun = true;
    rows.add(last);
  }
}
