package io.github.heddle.kernel.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/// What System.in reads from: lines that the user of the front end types, as UTF-8. At its end for
/// threads of a request whose client does not answer questions, or that is over.
final class KeyboardInput extends InputStream {
  private final Attribution attribution;
  private final Questions questions;
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
    if (available() == 0 && origin.mayAsk() && origin == attribution.running()) {
      line = (ask(origin) + "\n").getBytes(UTF_8);
      next = 0;
    }
    return available() > 0;
  }

  private String ask(Origin origin) throws IOException {
    try {
      return questions.ask(origin);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for input");
    }
  }
}
