package io.github.heddle.kernel.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// The JVM's ahead-of-time cache of this kernel: classes loaded and linked once, at installation,
/// so that each start is about twice as fast. It holds for one Java and one jar; with any other the
/// JVM goes without.
///
/// @param file where it is kept
record AotCache(Path file) {
  private static final long PATIENCE_MINUTES = 3;

  /// Makes the cache by running the kernel's rehearsal once.
  ///
  /// @throws IOException if the rehearsal fails; there is no cache then
  void make(Launch launch) throws IOException {
    Path log = Files.createTempFile("heddle-rehearsal", ".log");
    try {
      int exitCode = exitCode(launch, log);
      if (exitCode != 0 || !Files.exists(file)) {
        throw new IOException("the rehearsal ended with " + exitCode + ": " + lastLine(log));
      }
    } finally {
      Files.delete(log);
    }
  }

  private int exitCode(Launch launch, Path log) throws IOException {
    Process process =
        new ProcessBuilder(launch.rehearsal(file))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      return process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) ? process.exitValue() : -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static String lastLine(Path log) throws IOException {
    return Files.readString(log).lines().reduce("", (before, line) -> line);
  }
}
