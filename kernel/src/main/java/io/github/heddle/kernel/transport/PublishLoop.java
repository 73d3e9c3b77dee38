package io.github.heddle.kernel.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.zeromq.ZMQ;
import org.zeromq.ZMQ.Poller;

/// Owns the socket on which everybody who listens is told of outputs and status: greets those who
/// begin to listen, and sends what the sender passes on. All wait for a client that reads slowly,
/// but not for ever for one that does not read. Only the sender's empty frame ends it.
final class PublishLoop implements Runnable {
  private static final Logger LOG = System.getLogger(PublishLoop.class.getName());
  private static final byte SUBSCRIBED = 1;

  /// How many messages wait for one client, beside what the operating system holds, before the
  /// others wait for it. Few: who reads slowly has to read half of them in time.
  static final int MESSAGES_WAITING = 16;

  private static final int LOOK_MILLIS = 200;

  private final ZMQ.Context context;
  private final ZMQ.Socket publisher;
  private final ZMQ.Socket fromSender;
  private final WireFormat format;
  private final Session session;
  private final Duration patience;
  private final Runnable missing;
  private volatile boolean ending;

  /// A socket that is not bound yet is told what to tell and when to wait.
  ///
  /// @param publisher of type XPUB
  static ZMQ.Socket prepared(ZMQ.Socket publisher) {
    publisher.setSndHWM(MESSAGES_WAITING);
    publisher.setXpubVerbose(true);
    publisher.setXpubNoDrop(true);
    publisher.setSendTimeOut(LOOK_MILLIS);
    return publisher;
  }

  /// @param publisher was prepared before it was bound
  /// @param patience how long all wait for a client that makes no room
  /// @param missing tells that a client misses messages; must neither wait nor print to where cells
  ///   print, as what they print comes through this loop
  PublishLoop(
      ZMQ.Context context,
      ZMQ.Socket publisher,
      ZMQ.Socket fromSender,
      WireFormat format,
      Session session,
      Duration patience,
      Runnable missing) {
    this.context = context;
    this.publisher = publisher;
    this.patience = patience;
    this.missing = missing;
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

  /// Who makes no room misses this message and, as the library leaves aside whoever has no room,
  /// those that follow, until it has read half of what waits for it. The others go on.
  private void publish(List<byte[]> frames) {
    if (!sentToAll(frames)) {
      missing.run();
      publisher.setXpubNoDrop(false);
      Frames.send(publisher, frames);
      publisher.setXpubNoDrop(true);
    }
  }

  private boolean sentToAll(List<byte[]> frames) {
    long begin = System.nanoTime();
    boolean sent = Frames.offer(publisher, frames);
    while (!sent && !ending && System.nanoTime() - begin < patience.toNanos()) {
      sent = Frames.offer(publisher, frames);
    }
    return sent;
  }

  /// Nobody is waited for any longer. Any thread may call it.
  void end() {
    ending = true;
  }

  private boolean forward() {
    List<byte[]> frames = Frames.receive(fromSender);
    boolean open = frames.size() > 1;
    if (open) {
      publish(frames);
    }
    return open;
  }

  /// What a subscriber sends: whether it wants to hear of a topic, or no more, and the topic.
  private void heard(byte[] frame) {
    if (frame.length > 0 && frame[0] == SUBSCRIBED) {
      byte[] topic = Arrays.copyOfRange(frame, 1, frame.length);
      publish(format.encode(session.dated(welcome(topic))));
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
