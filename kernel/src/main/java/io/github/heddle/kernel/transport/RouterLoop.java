package io.github.heddle.kernel.transport;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;
import org.zeromq.ZMQ;
import org.zeromq.ZMQ.Poller;

/// Owns a socket on which requests come: hands each to its receiver, and sends what the sender
/// passes on. Nothing that a message or a receiver does ends it; only the sender's empty frame
/// does.
final class RouterLoop implements Runnable {
  private static final Logger LOG = System.getLogger(RouterLoop.class.getName());

  private final ZMQ.Context context;
  private final ZMQ.Socket router;
  private final ZMQ.Socket fromSender;
  private final WireFormat format;
  private final Consumer<Message> receiver;

  RouterLoop(ZMQ.Context context, Route route, WireFormat format, Consumer<Message> receiver) {
    this.context = context;
    this.router = route.router();
    this.fromSender = route.fromSender();
    this.format = format;
    this.receiver = receiver;
  }

  /// The two sockets of a loop.
  record Route(ZMQ.Socket router, ZMQ.Socket fromSender) {}

  @Override
  public void run() {
    try (Poller poller = context.poller(2)) {
      poller.register(fromSender, Poller.POLLIN);
      poller.register(router, Poller.POLLIN);
      boolean open = true;
      while (open) {
        open = turn(poller);
      }
    } finally {
      fromSender.close();
      router.close();
    }
  }

  /// The boundary at which faults of a message end.
  ///
  /// @return whether there will be another turn
  private boolean turn(Poller poller) {
    boolean open = true;
    try {
      poller.poll();
      open = !poller.pollin(0) || forward();
      if (open && poller.pollin(1)) {
        receiver.accept(format.decode(Frames.receive(router)));
      }
    } catch (MalformedMessageException e) {
      LOG.log(Level.WARNING, "Dropped " + e.getMessage());
    } catch (Throwable e) {
      Fault.log(LOG, "A message could not be handled", e);
    }
    return open;
  }

  private boolean forward() {
    List<byte[]> frames = Frames.receive(fromSender);
    boolean open = frames.size() > 1;
    if (open) {
      Frames.send(router, frames);
    }
    return open;
  }
}
