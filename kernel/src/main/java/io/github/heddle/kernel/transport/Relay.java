package io.github.heddle.kernel.transport;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;

/// Passes on what is read from one connection to another until there is no more.
record Relay(SocketChannel from, SocketChannel to) implements Runnable {
  private static final Logger LOG = System.getLogger(Relay.class.getName());
  private static final int BUFFER = 65_536;

  @Override
  public void run() {
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    try {
      while (from.read(buffer) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
        buffer.clear();
      }
      to.shutdownOutput();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "A connection ended", e);
      close();
    }
  }

  /// Closes both connections, which ends the relay and the one in the other direction.
  void close() {
    for (SocketChannel channel : List.of(from, to)) {
      try {
        channel.close();
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "A connection could not be closed", e);
      }
    }
  }
}
