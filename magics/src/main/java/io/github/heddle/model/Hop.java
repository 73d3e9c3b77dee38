package io.github.heddle.model;

import io.github.heddle.trace.CarrierTrack;
import io.github.heddle.trace.CoreRuns;
import io.github.heddle.trace.MountUse;
import io.github.heddle.trace.ThreadRow;
import io.github.heddle.trace.Usage;
import io.github.heddle.worker.News;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A part of a task's work in a worker process, as the process tells of it: noted for the task and
/// on the lane of the process. While the work is on its way there or back the task waits; in
/// between it is in the states in which the thread of the process is. Used by the thread of the
/// lane.
final class Hop {
  private final @Nullable Strand task;
  private final CarrierTrack lane;
  private final CoreRuns cores;
  private final Agenda agenda;
  private Usage used = Usage.UNKNOWN;

  /// Whether the work is under way in the process.
  private boolean mounted;

  /// Until when it was noted, and what its thread had used then.
  private long notedNanos;

  private ThreadRow noted = new ThreadRow(0, 0, 0, 0, OptionalInt.empty());
  private long cpuNanos;
  private long samplerNanos;

  /// @param task none where a thread calls that belongs to no task
  /// @param cores is told on which cores the process ran
  Hop(@Nullable Strand task, CarrierTrack lane, CoreRuns cores, Agenda agenda) {
    this.task = task;
    this.lane = lane;
    this.cores = cores;
    this.agenda = agenda;
  }

  /// The work sets out.
  void begin() {
    notedNanos = agenda.now();
    if (task != null) {
      synchronized (task.track()) {
        task.track().sent(notedNanos, lane);
      }
    }
  }

  /// The process says something.
  ///
  /// @param offsetNanos to be added to its times
  void heard(News news, long offsetNanos) {
    switch (news) {
      case News.Ready() -> mount();
      case News.Seen seen -> see(seen, offsetNanos);
      case News.Ended(int _, boolean _, News.Times times, var _) -> ended(times, offsetNanos);
      case News.Used(Usage all, boolean _, boolean _) -> used = all;
      default -> {} // nothing that is noted
    }
  }

  /// The result is here, or will not come.
  void end() {
    if (mounted) {
      // the process ended with the work: what it did since it was last heard of is not known
      unmount(new MountUse(notedNanos, agenda.now(), 0, OptionalLong.empty(), false));
    } else {
      convey(agenda.now());
    }
  }

  /// What the process used, as far as it is known.
  Usage used() {
    return used;
  }

  private void mount() {
    long now = agenda.now();
    convey(now);
    mountAt(now);
  }

  private void mountAt(long nanos) {
    mounted = true;
    if (task != null) {
      synchronized (task.track()) {
        task.track().mounted(nanos, true, lane);
      }
    }
  }

  private void convey(long untilNanos) {
    if (task != null) {
      lane.conveyed(task.task(), notedNanos, untilNanos);
    }
    notedNanos = untilNanos;
  }

  private void see(News.Seen seen, long offset) {
    cores.sampled(seen.samplerNanos() - samplerNanos);
    samplerNanos = seen.samplerNanos();
    if (task != null) {
      seen.looks().stream()
          .map(look -> look.of(task.task()).shifted(agenda.at(offset)))
          .forEach(lane.looks()::add);
    }
    List<ThreadRow> rows = seen.rows();
    if (rows.isEmpty()) {
      return;
    }
    ThreadRow last = settled(rows);
    rows.forEach(row -> ran(row, agenda.at(row.nanos() + offset)));
    used = cpu(cpuNanos);
    if (!mounted || seen.now().isEmpty()) {
      noted = last;
      return;
    }
    long begin = seen.now().get().beginNanos();
    rows.stream().filter(row -> row.nanos() <= begin).forEach(row -> noted = row);
    long until = agenda.at(last.nanos() + offset);
    if (until > notedNanos) {
      unmount(since(noted, last.cpuNanos(), last.readyNanos(), until));
      mountAt(until);
      noted = last;
    }
  }

  /// The last sample at which waiting can be told from waiting for a core, as that counts when it
  /// is over: where the thread ran, or the last one where it did not run for as long as they reach.
  private ThreadRow settled(List<ThreadRow> rows) {
    ThreadRow settled = rows.getLast();
    long before = cpuNanos;
    for (ThreadRow row : rows) {
      if (row.cpuNanos() > before) {
        settled = row;
      }
      before = row.cpuNanos();
    }
    return settled;
  }

  private void ran(ThreadRow row, long atNanos) {
    long ran = row.cpuNanos() - cpuNanos;
    cpuNanos = row.cpuNanos();
    if (ran > 0 && row.core().isPresent()) {
      cores.ran(row.core().getAsInt(), ran, atNanos);
    }
  }

  private void ended(News.Times times, long offset) {
    long cpu = times.cpuBefore() + times.cpuNanos();
    long ready = times.readyBefore() + times.readyNanos();
    boolean first = noted.nanos() <= times.beginNanos();
    ThreadRow from =
        first
            ? new ThreadRow(0, times.cpuBefore(), times.readyBefore(), 0, OptionalInt.empty())
            : noted;
    if (!mounted) {
      mount();
    }
    unmount(since(from, cpu, ready, agenda.at(times.endNanos() + offset)));
  }

  private MountUse since(ThreadRow before, long cpuNanos, long readyNanos, long untilNanos) {
    return new MountUse(
        notedNanos,
        Math.max(notedNanos, untilNanos),
        Math.max(0, cpuNanos - before.cpuNanos()),
        OptionalLong.of(Math.max(0, readyNanos - before.readyNanos())),
        true);
  }

  private void unmount(MountUse use) {
    mounted = false;
    notedNanos = use.endNanos();
    if (task != null) {
      synchronized (task.track()) {
        task.ran(Math.min(use.cpuNanos(), use.nanos()));
        task.track().unmounted(use, false, lane);
      }
      lane.carried(task.task(), use);
    }
  }

  private static Usage cpu(long nanos) {
    return new Usage(
        OptionalLong.of(nanos),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty());
  }
}
