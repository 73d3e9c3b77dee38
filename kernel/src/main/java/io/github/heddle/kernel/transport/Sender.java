package io.github.heddle.kernel.transport;

import java.lang.System.Logger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.zeromq.ZMQ;

/// The one thread through which every message leaves, in the order in which it was put: each
/// crosses to the loop that owns the socket of its channel.
final class Sender implements Runnable {
  private static final Logger LOG = System.getLogger(Sender.class.getName());
  private static final byte[] CLOSE = {};
  private static final int ATTEMPTS = 3;

  private final MessageSource source;
  private final Map<Channel, ZMQ.Socket> sockets;
  private final WireFormat format;
  private final Session session;

  /// @param sockets owned from now on; they lead to the loops
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
      boolean open = true;
      while (open) {
        open = turn();
      }
    } finally {
      close();
    }
  }

  /// The boundary at which faults of a message end.
  ///
  /// @return whether there will be another turn
  private boolean turn() {
    boolean open = true;
    try {
      Optional<Outgoing> next = source.take();
      open = next.isPresent();
      next.ifPresent(this::send);
    } catch (InterruptedException e) {
      throw new IllegalStateException("a steady thread cannot be interrupted", e);
    } catch (Throwable e) {
      Fault.log(LOG, "A message was lost", e);
    }
    return open;
  }

  private void send(Outgoing outgoing) {
    Frames.send(socket(outgoing.channel()), encode(outgoing.message(), ATTEMPTS));
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
    for (ZMQ.Socket socket : sockets.values()) {
      socket.send(CLOSE);
      socket.close();
    }
  }
}
