package io.github.heddle.sampling;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// What the sampler sees of a worker's thread. Read and closed by the sampler.
public final class ThreadProbe implements AutoCloseable {
  /// The file that says it is dear to read: the core is asked for a quarter as often as the rest,
  /// and only where the thread has left it since.
  private static final long BETWEEN_CORES = 16_000_000;

  private final Thread thread;
  private final TaskUnderway underway;
  private volatile Optional<Path> directory = Optional.empty();
  private Optional<ProcFile> schedstat = Optional.empty();
  private Optional<ProcFile> stat = Optional.empty();
  private OptionalInt core = OptionalInt.empty();
  private long coreReadAt;
  private OptionalLong turns = OptionalLong.empty();
  private OptionalLong turnsOnCore = OptionalLong.empty();
  private volatile @Nullable Last last;

  ThreadProbe(Thread thread, Optional<Path> directory, TaskUnderway underway) {
    this.thread = thread;
    this.underway = underway;
    directory.ifPresent(this::locate);
  }

  /// The thread's directory, where it was not known from the beginning. Called before any reading
  /// by another thread.
  void locate(Path found) {
    directory = Optional.of(found);
    schedstat = ProcFile.open(found.resolve("schedstat"));
    stat = ProcFile.open(found.resolve("stat"));
  }

  /// Whether the thread neither runs nor could, as far as the operating system can be asked. Some
  /// ten microseconds; any thread.
  boolean sleeps() {
    return directory
        .flatMap(found -> ProcFile.readOnce(found.resolve("stat")))
        .filter(ThreadFiles::sleeps)
        .isPresent();
  }

  Thread thread() {
    return thread;
  }

  /// The task that the thread works for now; empty where it is none.
  public OptionalInt task() {
    return underway.task();
  }

  long threadId() {
    return thread.threadId();
  }

  /// The thread's own last reading: a sampler comes too late for the end of a thread. Called on the
  /// thread.
  void end(Last reading) {
    last = reading;
  }

  /// The thread's CPU time, once it has ended.
  OptionalLong lastCpuNanos() {
    Last end = last;
    return end != null ? OptionalLong.of(end.cpuNanos) : OptionalLong.empty();
  }

  /// Whether waits for a core can be read.
  boolean readyKnown() {
    return schedstat.isPresent();
  }

  OptionalLong readyNanos() {
    Last end = last;
    if (end != null) {
      return end.readyNanos;
    }
    Optional<ProcText> text = schedstat.flatMap(ProcFile::read);
    turns = text.map(ThreadFiles::turns).orElse(OptionalLong.empty());
    return text.map(ThreadFiles::readyNanos).orElse(OptionalLong.empty());
  }

  /// The core on which the thread was seen last. Called after [#readyNanos].
  OptionalInt lastCore(long nowNanos) {
    Last end = last;
    if (end != null) {
      return end.core;
    }
    boolean stayed = turns.isPresent() && turns.equals(turnsOnCore);
    if (core.isEmpty() || (!stayed && nowNanos - coreReadAt >= BETWEEN_CORES)) {
      coreReadAt = nowNanos;
      turnsOnCore = turns;
      core = stat.flatMap(ProcFile::read).map(ThreadFiles::lastCore).orElse(OptionalInt.empty());
    }
    return core;
  }

  /// Whether the thread waits, and for what, as the JVM sees it. A thread in a system call, such as
  /// one that reads a socket, counts as running here.
  Doing doing() {
    return switch (thread.getState()) {
      case BLOCKED -> Doing.LOCKED;
      case WAITING, TIMED_WAITING -> waitsForLock() ? Doing.LOCKED : Doing.WAITING;
      case NEW, RUNNABLE, TERMINATED -> Doing.RUNNING;
    };
  }

  /// Locks of `java.util.concurrent` park their threads; the JVM knows the owner. It is asked only
  /// where the thread is parked for something that can be owned: that is dearer.
  private boolean waitsForLock() {
    if (!(LockSupport.getBlocker(thread) instanceof AbstractOwnableSynchronizer)) {
      return false;
    }
    var info = ThreadMeter.threads().getThreadInfo(threadId());
    return info != null && info.getLockOwnerId() >= 0;
  }

  @Override
  public void close() {
    schedstat.ifPresent(ProcFile::close);
    stat.ifPresent(ProcFile::close);
  }

  /// A last reading.
  record Last(long cpuNanos, OptionalLong readyNanos, OptionalInt core) {}

  enum Doing {
    RUNNING,
    WAITING,
    LOCKED
  }
}
