package io.github.heddle.kernel.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import java.lang.System.Logger;
import java.util.Arrays;
import java.util.List;
import org.zeromq.ZMQ;
import org.zeromq.ZMQ.Poller;

/// Owns the socket on which everybody who listens is told of outputs and status: greets those who
/// begin to listen, and sends what the sender passes on. Only the sender's empty frame ends it.
final class PublishLoop implements Runnable {
  private static final Logger LOG = System.getLogger(PublishLoop.class.getName());
  private static final byte SUBSCRIBED = 1;

  private final ZMQ.Context context;
  private final ZMQ.Socket publisher;
  private final ZMQ.Socket fromSender;
  private final WireFormat format;
  private final Session session;

  /// @param publisher of type XPUB, telling of each subscription
  PublishLoop(
      ZMQ.Context context,
      ZMQ.Socket publisher,
      ZMQ.Socket fromSender,
      WireFormat format,
      Session session) {
    this.context = context;
    this.publisher = publisher;
    this.fromSender = fromSender;
    this.format = format;
    this.session = session;
  }

  @Override
  public void run() {
    try (Poller poller = context.poller(2)) {
      poller.register(fromSender, Poller.POLLIN);
      poller.register(publisher, Poller.POLLIN);
      boolean open = true;
      while (open) {
        open = turn(poller);
      }
    } finally {
      fromSender.close();
      publisher.close();
    }
  }

  /// The boundary at which faults of a message end.
  ///
  /// @return whether there will be another turn
  private boolean turn(Poller poller) {
    boolean open = true;
    try {
      poller.poll();
      if (poller.pollin(1)) {
        heard(publisher.recv());
      }
      open = !poller.pollin(0) || forward();
    } catch (Throwable e) {
      Fault.log(LOG, "A message was not published", e);
    }
    return open;
  }

  private boolean forward() {
    List<byte[]> frames = Frames.receive(fromSender);
    boolean open = frames.size() > 1;
    if (open) {
      Frames.send(publisher, frames);
    }
    return open;
  }

  /// What a subscriber sends: whether it wants to hear of a topic, or no more, and the topic.
  private void heard(byte[] frame) {
    if (frame.length > 0 && frame[0] == SUBSCRIBED) {
      byte[] topic = Arrays.copyOfRange(frame, 1, frame.length);
      Frames.send(publisher, format.encode(session.dated(welcome(topic))));
    }
  }

  /// Sent under the topic itself, so that whoever subscribed to it gets it.
  private Message welcome(byte[] topic) {
    JsonObject content = new JsonObject();
    content.addProperty("subscription", new String(topic, UTF_8));
    JsonObject header = session.header("iopub_welcome");
    List<byte[]> topics = topic.length == 0 ? List.of() : List.of(topic);
    return new Message(topics, header, new JsonObject(), new JsonObject(), content, List.of());
  }
}
