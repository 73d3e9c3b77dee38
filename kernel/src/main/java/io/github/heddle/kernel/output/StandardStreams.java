package io.github.heddle.kernel.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.io.PrintStream;

/// The streams of the process as cells see them.
public record StandardStreams(PrintStream out, PrintStream err, InputStream in) {
  /// Streams that attribute what is printed and asked to requests.
  public static StandardStreams routed(
      Attribution attribution, Outbox outbox, Questions questions) {
    return new StandardStreams(
        printing(Stream.STDOUT, attribution, outbox),
        printing(Stream.STDERR, attribution, outbox),
        new KeyboardInput(attribution, questions));
  }

  /// Makes them the streams of this process, once and for all.
  public void install() {
    System.setOut(out);
    System.setErr(err);
    System.setIn(in);
  }

  private static PrintStream printing(Stream stream, Attribution attribution, Outbox outbox) {
    return new PrintStream(new PrintedBytes(stream, attribution, outbox), false, UTF_8);
  }
}
