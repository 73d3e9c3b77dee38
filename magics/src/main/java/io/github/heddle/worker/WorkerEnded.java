package io.github.heddle.worker;

import java.io.Serial;

/// A worker process ended while it had a task, and why, as far as its end tells.
public final class WorkerEnded extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private static final int OUT_OF_MEMORY = 3;
  private static final int SIGNALS = 128;
  private static final String LAST_WORDS = "Terminating due to java.lang.OutOfMemoryError";

  private WorkerEnded(String reason) {
    super("the worker process ended: " + reason, null, false, false);
  }

  /// @param exitCode above 128 where a signal ended it
  /// @param said what the JVM said last, beside what tasks printed
  /// @param heapBytes how large its heap could become
  static WorkerEnded of(int exitCode, String said, long heapBytes) {
    if (exitCode == OUT_OF_MEMORY && said.contains(LAST_WORDS)) {
      return new WorkerEnded(
          "out of memory, as its heap of %s was full; --heap SIZE makes it larger"
              .formatted(megabytes(heapBytes)));
    }
    return new WorkerEnded(
        exitCode > SIGNALS && exitCode < 2 * SIGNALS
            ? "killed (signal %d)".formatted(exitCode - SIGNALS)
            : "its code called System.exit or halt (exit code %d)".formatted(exitCode));
  }

  /// The same text without what only explains this ending.
  static String withoutLastWords(String said) {
    return said.contains(LAST_WORDS) ? said.replaceAll("(?m)^" + LAST_WORDS + ".*\\R?", "") : said;
  }

  private static String megabytes(long bytes) {
    return "%,d MB".formatted(bytes >> 20);
  }
}
