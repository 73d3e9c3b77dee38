package io.github.heddle.sampling;

import io.github.heddle.sampling.ThreadProbe.Doing;
import io.github.heddle.trace.HelperUse;
import io.github.heddle.trace.HelperUse.Stint;
import io.github.heddle.trace.Samples.Column;
import io.github.heddle.trace.Series;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What is sampled of one thread that is no worker. Used by the sampler's thread only.
final class HelperTrack {
  private static final int MOST_ROWS = 4_000;

  /// Of a shared pool, that is for whom it worked by turns.
  private static final int MOST_STINTS = 2_000;

  private static final int MOST_LOOKS = 100;

  private final ThreadProbe probe;
  private final boolean shared;
  private final CoreSampling cores;
  private final LockSampling waits;
  private final LockWatch locks = new LockWatch();
  private final Series readings = new Series(Column.count(1), MOST_ROWS);
  private final long[] row = new long[Column.count(1)];
  private final List<Stint> stints = new ArrayList<>();
  private final WatchedThread watched;
  private long lastNanos;

  /// For whom it worked when it was sampled last.
  private volatile OptionalInt worksFor = OptionalInt.empty();

  /// @param cpuBefore what it had run before the run could have used it
  HelperTrack(
      ThreadProbe probe, boolean shared, long cpuBefore, CoreSampling cores, LockSampling waits) {
    this.probe = probe;
    this.shared = shared;
    this.cores = cores;
    this.waits = waits;
    this.watched = new WatchedThread(probe, () -> worksFor, MOST_LOOKS);
    row[Column.CPU.of(0)] = cpuBefore;
    row[Column.READY.of(0)] = shared ? probe.readyNanos().orElse(0) : 0;
  }

  long threadId() {
    return probe.threadId();
  }

  /// Whether the operating system's thread is still to be found.
  boolean lost() {
    return !probe.readyKnown();
  }

  Thread thread() {
    return probe.thread();
  }

  /// The thread, for looks at its stack.
  WatchedThread watched() {
    return watched;
  }

  /// The task that the thread works for from its birth to its end.
  OptionalInt task() {
    return probe.task();
  }

  /// It was found.
  void locate(Path directory) {
    probe.locate(directory);
    if (shared) {
      row[Column.READY.of(0)] = probe.readyNanos().orElse(0);
    }
  }

  boolean alive() {
    return probe.thread().isAlive();
  }

  /// It was not there, or did nothing for the run, before this moment.
  void begin(long nanos) {
    lastNanos = nanos;
    readings.add(nanos, row);
  }

  /// Looks at the thread.
  ///
  /// @param cpu its CPU time
  /// @param task for whom a shared thread worked since the last sample
  void sample(long nowNanos, long cpu, OptionalInt task) {
    long ran = cpu - row[Column.CPU.of(0)];
    long waited = 0;
    if (ran > 0) {
      OptionalLong ready = probe.readyNanos();
      waited = ready.orElse(row[Column.READY.of(0)]) - row[Column.READY.of(0)];
      probe.lastCore(nowNanos).ifPresent(core -> cores.ran(core, ran));
    }
    Doing doing = probe.doing();
    long locked = locks.add(nowNanos - lastNanos - ran - waited, doing);
    waits.waited(probe, locked - row[Column.LOCKED.of(0)], doing == Doing.LOCKED);
    row[Column.CPU.of(0)] = cpu;
    row[Column.READY.of(0)] += waited;
    row[Column.LOCKED.of(0)] = locked;
    readings.add(nowNanos, row);
    if (ran > 0 || !shared) {
      worksFor = shared ? task : probe.task();
      extend(new Stint(worksFor, lastNanos, nowNanos));
    }
    lastNanos = nowNanos;
  }

  private void extend(Stint next) {
    if (!stints.isEmpty() && goesOn(stints.getLast(), next)) {
      Stint last = stints.removeLast();
      stints.add(new Stint(last.task(), last.startNanos(), next.endNanos()));
    } else {
      stints.add(next);
    }
  }

  private boolean goesOn(Stint last, Stint next) {
    return last.task().equals(next.task())
        && (last.endNanos() == next.startNanos() || stints.size() >= MOST_STINTS);
  }

  HelperUse use() {
    return new HelperUse(
        probe.thread().getName(), shared, probe.readyKnown(), readings, stints, watched.looks());
  }

  void close() {
    probe.close();
  }
}
