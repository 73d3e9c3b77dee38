package io.github.heddle.kernel.transport;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.zeromq.ZMQ;

/// The one thread through which every message leaves, in the order in which it was put: what is
/// published goes out on its own socket, a reply crosses to the loop that owns its socket.
final class Sender implements Runnable {
  private static final Logger LOG = System.getLogger(Sender.class.getName());
  private static final byte[] CLOSE = {};
  private static final int ATTEMPTS = 3;

  private final MessageSource source;
  private final Map<Channel, ZMQ.Socket> sockets;
  private final WireFormat format;
  private final Session session;

  /// @param sockets owned from now on; that of [Channel#IOPUB] is the socket itself, the others
  ///   lead to the loops
  Sender(
      MessageSource source, Map<Channel, ZMQ.Socket> sockets, WireFormat format, Session session) {
    this.source = source;
    this.sockets = sockets;
    this.format = format;
    this.session = session;
  }

  @Override
  public void run() {
    try {
      Optional<Outgoing> next = source.take();
      while (next.isPresent()) {
        send(next.get());
        next = source.take();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("a steady thread cannot be interrupted", e);
    } finally {
      close();
    }
  }

  private void send(Outgoing outgoing) {
    try {
      Frames.send(socket(outgoing.channel()), encode(outgoing.message(), ATTEMPTS));
    } catch (Throwable e) {
      LOG.log(Level.ERROR, "A message was lost: " + outgoing.message().type(), e);
    }
  }

  /// A cell that fills the heap may make any thread run out of memory; moments later the cell is
  /// over and there is room again.
  private List<byte[]> encode(Message message, int attempts) {
    try {
      return format.encode(session.dated(message));
    } catch (OutOfMemoryError e) {
      if (attempts == 1) {
        throw e;
      }
      return encode(message, attempts - 1);
    }
  }

  private ZMQ.Socket socket(Channel channel) {
    return Objects.requireNonNull(sockets.get(channel));
  }

  private void close() {
    sockets.forEach((channel, socket) -> {
      if (channel != Channel.IOPUB) {
        socket.send(CLOSE);
      }
      socket.close();
    });
  }
}
