package io.github.heddle.kernel.output;

import java.io.OutputStream;
import java.util.Arrays;

/// What System.out and System.err write to: passes bytes on in the name of the request for which
/// the writing thread works.
final class PrintedBytes extends OutputStream {
  private final Stream stream;
  private final Attribution attribution;
  private final Outbox outbox;

  PrintedBytes(Stream stream, Attribution attribution, Outbox outbox) {
    this.stream = stream;
    this.attribution = attribution;
    this.outbox = outbox;
  }

  @Override
  public void write(int oneByte) {
    write(new byte[] {(byte) oneByte}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    Origin origin = attribution.current();
    if (length > 0 && origin.visible()) {
      outbox.print(origin, stream, Arrays.copyOfRange(bytes, offset, offset + length));
    }
  }

  @Override
  public void flush() {
    outbox.finishLine(stream);
  }
}
