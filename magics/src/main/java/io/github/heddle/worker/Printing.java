package io.github.heddle.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.io.PrintStream;

/// The standard streams that code in a worker sees: what it prints becomes news, and there is
/// nothing to be read.
record Printing(PrintedLines out, PrintedLines err) {
  static Printing to(Speaker speaker) {
    return new Printing(new PrintedLines(false, speaker), new PrintedLines(true, speaker));
  }

  /// Makes them the streams of this process, once and for all.
  void install() {
    System.setOut(new PrintStream(out, false, UTF_8));
    System.setErr(new PrintStream(err, false, UTF_8));
    System.setIn(InputStream.nullInputStream());
    Runtime.getRuntime().addShutdownHook(new Thread(this::finishAll, "last lines"));
  }

  void finish(Thread thread) {
    out.finish(thread);
    err.finish(thread);
  }

  void finishAll() {
    out.finishAll();
    err.finishAll();
  }
}
