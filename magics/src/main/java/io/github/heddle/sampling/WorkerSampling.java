package io.github.heddle.sampling;

import com.sun.management.ThreadMXBean;
import io.github.heddle.sampling.ThreadProbe.Doing;
import io.github.heddle.trace.Samples.Column;
import io.github.heddle.trace.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.stream.IntStream;

/// Samples the workers: run time, waits for a core and for locks, and on which core they ran. Used
/// by the sampler's thread only.
final class WorkerSampling implements AutoCloseable {
  /// A column of all rows together may hold so many values.
  private static final int MOST_VALUES = 1_500_000;

  private final ThreadMXBean threads = ThreadMeter.threads();
  private final List<ThreadProbe> probes;
  private final CoreSampling cores;
  private final LockSampling waits;
  private final LockWatch[] locks;
  private final long[] row;
  private final Series series;
  private final Queue<Joining> late;
  private final List<LateThread> others = new ArrayList<>();
  private long[] threadIds = {};
  private long lastNanos;

  /// @param probes by lane; more may be added, up to that many lanes
  /// @param late threads that join the run while it lasts
  /// @param waits is told who waits for locks
  WorkerSampling(
      List<ThreadProbe> probes,
      int lanes,
      Queue<Joining> late,
      CoreSampling cores,
      LockSampling waits) {
    this.late = late;
    this.probes = probes;
    this.cores = cores;
    this.waits = waits;
    this.locks = IntStream.range(0, lanes).mapToObj(_ -> new LockWatch()).toArray(LockWatch[]::new);
    this.row = new long[Column.count(lanes)];
    this.series = seriesOf(lanes);
  }

  /// Room for what is sampled of so many lanes, however long it lasts.
  static Series seriesOf(int lanes) {
    int columns = Column.count(lanes);
    return new Series(columns, Math.max(200, MOST_VALUES / Math.max(1, columns)));
  }

  /// Looks at every worker.
  ///
  /// @return whether older samples were thinned out
  boolean sample(long nowNanos) {
    boolean first = series.size() == 0;
    if (threadIds.length < probes.size()) {
      threadIds = probes.stream().mapToLong(ThreadProbe::threadId).toArray();
      probes.forEach(waits::know);
    }
    long[] cpus = threads.getThreadCpuTime(threadIds);
    for (int lane = 0; lane < cpus.length; lane++) {
      long cpu = probes.get(lane).lastCpuNanos().orElse(cpus[lane]);
      if (cpu >= 0) {
        sample(lane, cpu, nowNanos, first ? 0 : nowNanos - lastNanos);
      }
    }
    sampleLate(nowNanos);
    lastNanos = nowNanos;
    cores.addOwn(nowNanos);
    return series.add(nowNanos, row);
  }

  private void sample(int lane, long cpu, long nowNanos, long sinceLast) {
    ThreadProbe probe = probes.get(lane);
    long ran = cpu - row[Column.CPU.of(lane)];
    long waited = 0;
    if (ran > 0) {
      // a wait for a core counts when it is over, that is when the thread ran
      OptionalLong ready = probe.readyNanos();
      waited = ready.orElse(row[Column.READY.of(lane)]) - row[Column.READY.of(lane)];
      attribute(probe.lastCore(nowNanos), sinceLast == 0 ? 0 : ran);
    }
    row[Column.CPU.of(lane)] = cpu;
    row[Column.READY.of(lane)] += waited;
    Doing doing = probe.doing();
    long locked = locks[lane].add(sinceLast - ran - waited, doing);
    waits.waited(probe, locked - row[Column.LOCKED.of(lane)], doing == Doing.LOCKED);
    row[Column.LOCKED.of(lane)] = locked;
  }

  private void sampleLate(long nowNanos) {
    for (Joining next = late.poll(); next != null; next = late.poll()) {
      others.add(new LateThread(next));
    }
    for (LateThread other : others) {
      sample(other, nowNanos);
    }
  }

  private void sample(LateThread thread, long nowNanos) {
    ThreadProbe probe = thread.joining.probe();
    long cpu = probe.lastCpuNanos().orElseGet(() -> threads.getThreadCpuTime(probe.threadId()));
    if (cpu > thread.cpuNanos()) {
      thread.row[Column.READY.of(0)] = probe.readyNanos().orElse(0);
      attribute(probe.lastCore(nowNanos), cpu - thread.cpuNanos());
      thread.row[Column.CPU.of(0)] = cpu;
    }
    thread.joining.readings().add(nowNanos - thread.joining.originNanos(), thread.row);
  }

  /// A thread that joined the run, and what it had used when it was last looked at.
  private static final class LateThread {
    private final Joining joining;
    private final long[] row = new long[Column.count(1)];

    LateThread(Joining joining) {
      this.joining = joining;
    }

    long cpuNanos() {
      return row[Column.CPU.of(0)];
    }
  }

  private void attribute(OptionalInt core, long nanos) {
    if (core.isPresent()) {
      cores.ran(core.getAsInt(), nanos);
    }
  }

  /// How many threads are looked at.
  int threads() {
    return threadIds.length + others.size();
  }

  /// What was sampled until now.
  Series series() {
    return series;
  }

  /// Whether waits for a core can be read of every worker.
  boolean readyKnown() {
    return probes.stream().allMatch(ThreadProbe::readyKnown);
  }

  @Override
  public void close() {
    probes.forEach(ThreadProbe::close);
    others.forEach(other -> other.joining.probe().close());
    late.forEach(joining -> joining.probe().close());
  }
}
