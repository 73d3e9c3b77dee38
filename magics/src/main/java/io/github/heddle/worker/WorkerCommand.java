package io.github.heddle.worker;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// How a worker process is started.
///
/// @param java the `java` command
/// @param classPath what this process was started with: in the kernel, the kernel's jar
/// @param cache the JVM's ahead-of-time cache of a worker
public record WorkerCommand(Path java, String classPath, Optional<Path> cache) {
  private static final String CACHE_PREFIX = "heddle-worker";
  private static final String CACHE_SUFFIX = ".aot";
  private static final Path SHELL = Path.of("/bin/sh");

  /// Moves the pipes to the kernel away from the standard streams before the JVM starts, so that
  /// nothing which writes to those can disturb them: neither native code, nor the JVM itself, nor
  /// programs that a task starts. What is written to them comes through the error stream.
  private static final String MOVE_PIPES = "exec \"$@\" 3>&1 4<&0 0</dev/null 1>&2";

  /// Flags, each with its reason. What the compilers do is left alone, as that would change what is
  /// measured.
  private static final List<String> FLAGS =
      List.of(
          // a worker is meant for one core: a collector with threads of its own would need more
          "-XX:+UseSerialGC",
          // without these, this collector lets a counting loop run to its end before its thread can
          // be looked at; with another one they are what is usual
          "-XX:+UseCountedLoopSafepoints",
          "-XX:LoopStripMiningIter=1000",
          // no file in /tmp, which a killed process would leave behind
          "-XX:-UsePerfData",
          // a worker without memory cannot go on; its task fails with this reason
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:-CreateCoredumpOnCrash",
          "-XX:+ErrorFileToStderr",
          // where there is no cache, or one of another JVM, the worker starts without and is silent
          "-Xlog:disable",
          "-Djava.awt.headless=true",
          "-Dfile.encoding=UTF-8");

  /// A worker does not learn from the rehearsal what was often called there: it would compile all
  /// of that at once, which took a fifth of what its start takes. Only with a cache: this Java is
  /// known to take the flags once the rehearsal has ended well.
  private static final List<String> WITHOUT_TRAINING =
      List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining", "-XX:-AOTReplayTraining");

  /// Where this process looks for what Linux tells of processes, its workers do, too.
  private static final String PROC = "heddle.proc";

  /// The Java and the class path of this process; a cache where there is one beside its only jar.
  public static WorkerCommand ofThisProcess() {
    Path home = Path.of(System.getProperty("java.home"), "bin");
    Path windows = home.resolve("java.exe");
    String classPath = System.getProperty("java.class.path");
    return new WorkerCommand(
        Files.exists(windows) ? windows : home.resolve("java"), classPath, cacheFor(classPath));
  }

  private static Optional<Path> cacheFor(String classPath) {
    return classPath.contains(File.pathSeparator) || !Files.isRegularFile(Path.of(classPath))
        ? Optional.empty()
        : Optional.of(cacheOf(Path.of(classPath))).filter(Files::isRegularFile);
  }

  /// Where the cache of a jar belongs. Size and time of the jar are part of the name, since the JVM
  /// would run the older classes from the cache of another jar in the same place.
  static Path cacheOf(Path jar) {
    try {
      long seconds = Files.getLastModifiedTime(jar).to(TimeUnit.SECONDS);
      return jar.resolveSibling(
          "%s%x-%x%s".formatted(CACHE_PREFIX, Files.size(jar), seconds, CACHE_SUFFIX));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The caches of whatever jars there were in this folder.
  static List<Path> cachesIn(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> caches =
        Files.newDirectoryStream(folder, CACHE_PREFIX + "*" + CACHE_SUFFIX)) {
      caches.forEach(found::add);
    }
    return found;
  }

  /// The command line.
  ///
  /// @param heapBytes how large the heap may become
  List<String> commandLine(long heapBytes) {
    return line(heapBytes, cache.map(file -> prepared("-XX:AOTCache=" + file)).orElse(List.of()));
  }

  /// The command line of a worker that writes a cache when it leaves.
  List<String> rehearsal(long heapBytes, Path made) {
    return line(heapBytes, prepared("-XX:AOTCacheOutput=" + made));
  }

  private static List<String> prepared(String cacheFlag) {
    List<String> flags = new ArrayList<>(WITHOUT_TRAINING);
    flags.add(cacheFlag);
    return flags;
  }

  private List<String> line(long heapBytes, List<String> cacheFlags) {
    boolean moved = Files.isExecutable(SHELL) && Files.exists(Path.of("/dev/fd"));
    List<String> line = new ArrayList<>();
    if (moved) {
      line.addAll(List.of(SHELL.toString(), "-c", MOVE_PIPES, "heddle-worker"));
    }
    line.add(java.toString());
    line.addAll(FLAGS);
    Optional.ofNullable(System.getProperty(PROC))
        .ifPresent(folder -> line.add("-D" + PROC + "=" + folder));
    line.addAll(cacheFlags);
    line.add("-Xmx" + heapBytes);
    line.addAll(List.of("-cp", classPath, WorkerMain.class.getName()));
    if (moved) {
      line.addAll(List.of("/dev/fd/4", "/dev/fd/3"));
    }
    return line;
  }
}
