package io.github.heddle.sampling;

import io.github.heddle.trace.Samples.Cores;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What a process that is started for a run uses of each core, by the operating system's account of
/// its threads, until it can be given tasks: from then on it samples itself. What a thread used
/// since it was looked at last counts for the core on which it is seen; that of a thread which
/// begins and ends in between is not seen. Any thread may call it.
public final class ProcessCores {
  private final Path tasks;
  private final Map<Path, Long> ran = new HashMap<>();
  private final Map<Integer, Long> untold = new HashMap<>();
  private boolean ended;

  /// Of a process that has just been started.
  public ProcessCores(long process) {
    this(Proc.ROOT.resolve(Long.toString(process)).resolve("task"));
  }

  /// @param tasks the folder with a folder for each of its threads
  ProcessCores(Path tasks) {
    this.tasks = tasks;
  }

  /// Looks for the last time: what it uses from now on does not count.
  public synchronized void end() {
    look();
    ended = true;
  }

  /// Tells what was used since it was told last, in [Cores#own].
  ///
  /// @return whether that was the last of it
  synchronized boolean tell(CoreSampling cores) {
    look();
    untold.forEach(cores::ran);
    untold.clear();
    return ended;
  }

  private void look() {
    if (ended) {
      return;
    }
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
      threads.forEach(this::look);
    } catch (IOException noSuchSystem) {
      // nothing is known of it then
    }
  }

  private void look(Path thread) {
    OptionalLong now =
        ProcFile.readOnce(thread.resolve("schedstat"))
            .map(ThreadFiles::ranNanos)
            .orElse(OptionalLong.empty());
    long before = ran.getOrDefault(thread, 0L);
    if (now.orElse(0) > before) {
      ran.put(thread, now.getAsLong());
      core(thread).ifPresent(core -> untold.merge(core, now.getAsLong() - before, Long::sum));
    }
  }

  private static OptionalInt core(Path thread) {
    return ProcFile.readOnce(thread.resolve("stat"))
        .map(ThreadFiles::lastCore)
        .orElse(OptionalInt.empty());
  }
}
