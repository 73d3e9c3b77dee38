package io.github.heddle.sampling;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the operating system's directories of threads that did not tell them themselves, by their
/// names: the JVM passes them on, cut to 15 bytes. Where several threads have one name, they are
/// told apart by their age, as numbers of threads ascend on both sides. For one thread at a time.
public final class NativeThreads {
  private static final Path TASKS = Proc.SELF.resolve("task");
  private static final int LONGEST = 15;

  private final Map<String, List<Path>> directories = new HashMap<>();
  private final Map<String, List<Thread>> threads = new HashMap<>();

  /// Reads what there is now.
  ///
  /// @param all the platform threads of the JVM
  public void read(Collection<Thread> all) {
    directories.clear();
    threads.clear();
    all.forEach(each -> threads.computeIfAbsent(name(each), _ -> new ArrayList<>()).add(each));
    threads.values().forEach(same -> same.sort(Comparator.comparingLong(Thread::threadId)));
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
      for (Path task : tasks) {
        ProcFile.readOnce(task.resolve("comm"))
            .map(text -> text.toString().strip())
            .ifPresent(name -> add(name, task));
      }
    } catch (IOException noSuchSystem) {
      directories.clear();
    }
    directories
        .values()
        .forEach(same -> same.sort(Comparator.comparingLong(NativeThreads::number)));
  }

  private void add(String name, Path task) {
    directories.computeIfAbsent(name, _ -> new ArrayList<>()).add(task);
  }

  private static long number(Path task) {
    return Long.parseLong(task.getFileName().toString());
  }

  /// The directory of a thread; empty where it cannot be told.
  public Optional<Path> directory(Thread thread) {
    List<Path> same = directories.getOrDefault(name(thread), List.of());
    List<Thread> named = threads.getOrDefault(name(thread), List.of());
    int index = named.indexOf(thread);
    return index >= 0 && same.size() == named.size()
        ? Optional.of(same.get(index))
        : Optional.empty();
  }

  private static String name(Thread thread) {
    byte[] name = thread.getName().getBytes(StandardCharsets.UTF_8);
    return new String(name, 0, Math.min(LONGEST, name.length), StandardCharsets.UTF_8).strip();
  }
}
