package io.github.heddle.kernel.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What System.in reads from: lines that the user of the front end types, as UTF-8. At its end for
/// threads of a request that is over, and for those of the kernel.
final class KeyboardInput extends InputStream {
  private final Attribution attribution;
  private final Questions questions;
  private volatile @Nullable Console console;
  private byte[] line = {};
  private int next;

  KeyboardInput(Attribution attribution, Questions questions) {
    this.attribution = attribution;
    this.questions = questions;
  }

  @Override
  public synchronized int read() throws IOException {
    return filled() ? line[next++] & 0xFF : -1;
  }

  @Override
  public synchronized int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!filled()) {
      return -1;
    }
    int count = Math.min(length, available());
    System.arraycopy(line, next, target, offset, count);
    next += count;
    return count;
  }

  @Override
  public synchronized int available() {
    return line.length - next;
  }

  private boolean filled() throws IOException {
    Origin origin = attribution.current();
    if (available() == 0 && asks(origin)) {
      line = (answer(origin, "", false) + "\n").getBytes(UTF_8);
      next = 0;
    }
    return available() > 0;
  }

  /// A line that the user types; nothing, where [#read] is at its end.
  ///
  /// @param hidden whether nobody sees what is typed
  /// @throws NoInputException if the client does not answer questions
  Optional<String> ask(String prompt, boolean hidden) throws IOException {
    Origin origin = attribution.current();
    return asks(origin) ? Optional.of(answer(origin, prompt, hidden)) : Optional.empty();
  }

  /// The console that this is the keyboard of.
  Optional<Console> console() {
    Optional<Console> known = Optional.ofNullable(console);
    if (known.isPresent()) {
      return known;
    }
    Optional<Console> made = ConsoleInCells.readingFrom(this);
    console = made.orElse(null);
    return made;
  }

  private boolean asks(Origin origin) {
    return origin != Origin.KERNEL && origin == attribution.running();
  }

  private String answer(Origin origin, String prompt, boolean hidden) throws IOException {
    if (!origin.mayAsk()) {
      throw new NoInputException();
    }
    try {
      return questions.ask(origin, prompt, hidden);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for input");
    }
  }
}
