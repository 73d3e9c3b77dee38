package io.github.heddle.sampling;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// What threads beside the calling one used for the tasks of a process that does nothing else:
/// those that tasks start, and those of the common pool. What the JVM does for itself (compiling,
/// collecting garbage), the sampler and the pipes are left out. Made before the first task, asked
/// after the last one, by the thread that runs them; some milliseconds.
public final class TaskThreads {
  /// The process's own count goes in hundredths of a second, twice and at both ends, and those of
  /// threads on a core are as old as the last clock tick.
  private static final long COARSE = 5 * MachineStat.TICK_NANOS;

  /// Threads that the JVM starts for itself at any time, as the system names them.
  private static final Pattern OF_THE_JVM = Pattern.compile("(C[12] Comp|GC Thread|G1 |VM ).*");

  private static final Pattern OF_THE_POOL = Pattern.compile("ForkJoinPool.*");

  private final Path own;
  private final Map<Path, Long> before;
  private final long processBefore;

  private TaskThreads(Path own) {
    this.own = own;
    this.before = read();
    this.processBefore = ofProcess();
  }

  /// Begins to count.
  public static TaskThreads fromNow() {
    return new TaskThreads(ThreadMeter.directoryOfCurrentThread().orElse(Proc.SELF).getFileName());
  }

  /// CPU time of such threads since then. Of those that are alive it is exact; what those used that
  /// have ended shows only where it is more than the process's own count is coarse.
  ///
  /// @param ownNanos what the calling thread used since then
  public long cpuNanos(long ownNanos) {
    long ofTasks = 0;
    long others = 0;
    // to look at threads takes time of its own, which is not to be counted
    long process = ofProcess() - processBefore;
    Map<Path, Long> now = read();
    for (Map.Entry<Path, Long> thread : now.entrySet()) {
      long ran = thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
      if (ofTasks(thread.getKey())) {
        ofTasks += ran;
      } else if (!thread.getKey().equals(own)) {
        others += ran;
      }
    }
    if (!now.keySet().containsAll(before.keySet())) {
      return ofTasks; // what a thread used that was there before and has ended is not known
    }
    long left = process - ownNanos - others;
    return left >= ofTasks + COARSE ? left : ofTasks;
  }

  private boolean ofTasks(Path thread) {
    String name =
        ProcFile.readOnce(Proc.SELF.resolve("task").resolve(thread).resolve("comm"))
            .map(ProcText::toString)
            .orElse("")
            .strip();
    return before.containsKey(thread)
        ? OF_THE_POOL.matcher(name).matches()
        : !OF_THE_JVM.matcher(name).matches();
  }

  /// CPU time of each thread that is alive.
  private static Map<Path, Long> read() {
    Map<Path, Long> threads = new HashMap<>();
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Proc.SELF.resolve("task"))) {
      for (Path task : tasks) {
        ProcFile.readOnce(task.resolve("schedstat"))
            .map(ThreadFiles::ranNanos)
            .ifPresent(ran -> threads.put(task.getFileName(), ran.orElse(0)));
      }
    } catch (IOException noSuchSystem) {
      threads.clear();
    }
    return threads;
  }

  private static long ofProcess() {
    return ProcessMeter.cpuNanos().orElse(0);
  }
}
