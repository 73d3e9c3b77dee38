package io.github.heddle.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// What the operating system says that a process used until now.
///
/// @param cpuNanos of all threads that there are and were
/// @param threads of each that is alive, by its number; of one on a core, until the last clock tick
record Accounts(long cpuNanos, Map<String, Long> threads) {
  static Accounts of(long process) {
    try {
      return new Accounts(
          ProcessClock.nanos(process), threads(Path.of("/proc", Long.toString(process), "task")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Long> threads(Path directory) throws IOException {
    Map<String, Long> threads = new HashMap<>();
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(directory)) {
      for (Path task : tasks) {
        try {
          String ran = Files.readString(task.resolve("schedstat")).split(" ", -1)[0];
          threads.put(task.getFileName().toString(), Long.parseLong(ran));
        } catch (IOException endedMeanwhile) {
          threads.remove(task.getFileName().toString());
        }
      }
    }
    return threads;
  }

  /// What was used since by all threads but those that were there before and still are: those of
  /// the JVM, of the test, and of pools.
  long ofOthersThanTheseSince(Accounts before) {
    long stayed = 0;
    for (Map.Entry<String, Long> thread : threads.entrySet()) {
      Long earlier = before.threads.get(thread.getKey());
      stayed += earlier == null ? 0 : thread.getValue() - earlier;
    }
    return cpuNanos - before.cpuNanos - stayed;
  }
}
