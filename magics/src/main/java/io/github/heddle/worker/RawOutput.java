package io.github.heddle.worker;

import io.github.heddle.scope.Scope;
import io.github.heddle.scope.Undisturbed;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// What comes out of a worker beside its news: what its JVM, native code, or programs started by
/// tasks print. Owns a daemon thread.
final class RawOutput {
  private static final int TAIL = 4000;
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Reader from;
  private final Thread thread;
  private final StringBuilder tail = new StringBuilder();
  private volatile Optional<Consumer<String>> listener = Optional.empty();

  RawOutput(InputStream from, String worker) {
    this.from = new InputStreamReader(from, StandardCharsets.UTF_8);
    this.thread = Scope.outside("raw output of " + worker, this::pump);
  }

  void start() {
    thread.start();
  }

  /// From now on somebody listens, or nobody.
  void listener(Optional<Consumer<String>> other) {
    listener = other;
  }

  /// The last of it, once the process has ended. A program that it started may still hold the
  /// stream open: nobody waits for that for long.
  String tail() {
    Undisturbed.run(() -> thread.join(PATIENCE));
    synchronized (tail) {
      return tail.toString();
    }
  }

  private void pump() {
    char[] buffer = new char[8192];
    try (from) {
      for (int length = from.read(buffer); length >= 0; length = from.read(buffer)) {
        take(new String(buffer, 0, length));
      }
    } catch (IOException closed) {
      // the process has ended, and so has what it said
    }
  }

  private void take(String text) {
    synchronized (tail) {
      tail.append(text);
      tail.delete(0, Math.max(0, tail.length() - TAIL));
    }
    String shown = WorkerEnded.withoutLastWords(text);
    if (!shown.isEmpty()) {
      listener.ifPresent(each -> each.accept(shown));
    }
  }
}
