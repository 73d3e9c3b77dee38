package io.github.heddle.sampling;

import com.sun.management.ThreadMXBean;
import io.github.heddle.trace.Usage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;

/// What the calling thread has used: made, read and closed on that thread.
public final class ThreadMeter implements AutoCloseable {
  /// To find it takes the JDK some microseconds, several times what a question to it does.
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Optional<Path> directory;
  private final Optional<ProcFile> schedstat;
  private final TaskUnderway underway = TaskUnderway.ofCurrentThread();
  private final ThreadProbe probe;

  private ThreadMeter(Optional<Path> directory) {
    this.directory = directory;
    this.schedstat = directory.flatMap(path -> ProcFile.open(path.resolve("schedstat")));
    this.probe = new ThreadProbe(Thread.currentThread(), directory, underway);
  }

  /// A meter of the calling thread.
  public static ThreadMeter ofCurrentThread() {
    // numbers that are given out one after the other lead to different queues of the common pool;
    // a thread without one gets any queue when it first submits
    ThreadLocalRandom.current();
    return new ThreadMeter(directoryOfCurrentThread());
  }

  static ThreadMXBean threads() {
    return THREADS;
  }

  static Optional<Path> directoryOfCurrentThread() {
    try {
      return Optional.of(
          Proc.ROOT.resolve(Files.readSymbolicLink(Proc.ROOT.resolve("thread-self"))));
    } catch (IOException | UnsupportedOperationException noSuchSystem) {
      return Optional.empty();
    }
  }

  /// What another thread can see of this one; that thread closes it.
  public ThreadProbe probe() {
    return probe;
  }

  /// The task that the thread, and whatever it starts, works for.
  TaskUnderway underway() {
    return underway;
  }

  /// CPU time of the thread. A quarter of a microsecond.
  public long cpuNanos() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /// How long the thread has waited for a core, where that can be known; 0 elsewhere. Half a
  /// microsecond.
  public long readyNanos() {
    return ready().orElse(0);
  }

  /// The same, empty elsewhere.
  public OptionalLong ready() {
    return schedstat
        .flatMap(ProcFile::read)
        .map(ThreadFiles::readyNanos)
        .orElse(OptionalLong.empty());
  }

  /// All that can be read of the thread. Some microseconds.
  public Usage usage() {
    Optional<ProcText> status =
        directory.flatMap(path -> ProcFile.readOnce(path.resolve("status")));
    return new Usage(
        OptionalLong.of(cpuNanos()),
        ready(),
        OptionalLong.of(THREADS.getCurrentThreadAllocatedBytes()),
        status.map(ThreadFiles::voluntarySwitches).orElse(OptionalLong.empty()),
        status.map(ThreadFiles::involuntarySwitches).orElse(OptionalLong.empty()));
  }

  private OptionalInt core() {
    return directory
        .flatMap(path -> ProcFile.readOnce(path.resolve("stat")))
        .map(ThreadFiles::lastCore)
        .orElse(OptionalInt.empty());
  }

  @Override
  public void close() {
    underway.end();
    probe.end(new ThreadProbe.Last(cpuNanos(), ready(), core()));
    schedstat.ifPresent(ProcFile::close);
  }
}
