package io.github.heddle.kernel.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/// The kernel's sockets and the threads that own them: one loop each for requests on shell, control
/// and stdin, one for what is published, one for the heartbeat, and the sender.
public final class Transport {
  private static final int LINGER_MILLIS = 100;
  private static final int UNBOUNDED = 0;

  /// How long a cell's output waits for a client that does not read: longer than a busy server or a
  /// slow network stands still.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ZMQ.Context context = ZMQ.context(1);
  private final Doors doors;
  private final WireFormat format;
  private final Map<Channel, ZMQ.Socket> open = new EnumMap<>(Channel.class);
  private final ZMQ.Socket heartbeat;
  private final List<Thread> threads = new ArrayList<>();
  private Runnable atEnd = () -> {};

  /// Binds all sockets before anything else is done: a client that finds nobody tries again only a
  /// tenth of a second later, or two. What it sends waits until [#start].
  ///
  /// @throws GeneralSecurityException if the connection asks for a signature nobody here knows
  public Transport(Connection connection) throws GeneralSecurityException {
    String transport = connection.properties().getTransport();
    if (!transport.equals("tcp") && !transport.equals("ipc")) {
      throw new IllegalArgumentException(
          "Only the transports tcp and ipc are supported, not " + transport);
    }
    context.setThreadFactor(Transport::libraryThread);
    this.doors = new Doors(connection);
    this.heartbeat = bound(socket(SocketType.ROUTER), connection.heartbeatPort());
    for (Channel channel : Channel.values()) {
      open.put(channel, bound(unbound(channel), connection.port(channel)));
    }
    this.format = new WireFormat(connection.signer());
  }

  /// Starts the threads.
  ///
  /// @param source everything that is sent; the threads end when it ends
  /// @param receiver called with each message on the thread of its channel: must not block
  public void start(MessageSource source, Session session, BiConsumer<Channel, Message> receiver) {
    Map<Channel, ZMQ.Socket> ways = new EnumMap<>(Channel.class);
    open.forEach((channel, socket) ->
        ways.put(
            channel,
            channel == Channel.IOPUB
                ? publishing(socket, session)
                : routing(channel, socket, receiver)));
    threads.add(new SteadyThread("sender", new Sender(source, ways, format, session)));
    threads.forEach(Thread::start);
    Thread beat = new SteadyThread("heartbeat", new Heartbeat(heartbeat));
    beat.setDaemon(true);
    beat.start();
  }

  /// Waits until the source has ended and all it gave has left, then frees the sockets.
  ///
  /// @throws InterruptedException if the calling thread is interrupted while it waits
  public void awaitEnd() throws InterruptedException {
    doors.shut();
    atEnd.run();
    for (Thread thread : threads) {
      thread.join();
    }
    context.close();
    doors.awaitEnd();
  }

  private ZMQ.Socket publishing(ZMQ.Socket publisher, Session session) {
    Pipe pipe = pipe(Channel.IOPUB, PublishLoop.MESSAGES_WAITING);
    PublishLoop loop =
        new PublishLoop(
            context, publisher, pipe.toLoop, format, session, PATIENCE, Transport::tellOfMissing);
    add(pipe, loop);
    atEnd = loop::end;
    return pipe.fromSender;
  }

  /// On the standard error stream of the process itself. On a thread of its own: who does not read
  /// what is published may not read that either.
  private static void tellOfMissing() {
    Thread thread = new SteadyThread("notice", Transport::writeNotice);
    thread.setDaemon(true);
    thread.start();
  }

  /// Not closed: it is the stream of the process.
  private static void writeNotice() {
    new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8)
        .println(
            "A client of this kernel reads nothing: it misses what is published until it reads"
                + " again");
  }

  private ZMQ.Socket routing(
      Channel channel, ZMQ.Socket router, BiConsumer<Channel, Message> receiver) {
    Pipe pipe = pipe(channel, UNBOUNDED);
    RouterLoop.Route route = new RouterLoop.Route(router, pipe.toLoop);
    add(pipe, new RouterLoop(context, route, format, message -> receiver.accept(channel, message)));
    return pipe.fromSender;
  }

  /// The way from the sender to the loop that owns the socket of a channel: its two ends.
  private record Pipe(String name, ZMQ.Socket fromSender, ZMQ.Socket toLoop) {}

  /// @param bound how many messages each end holds before the sender waits
  private Pipe pipe(Channel channel, int bound) {
    String name = channel.name().toLowerCase(Locale.ROOT);
    Pipe pipe = new Pipe(name, socket(SocketType.PAIR), socket(SocketType.PAIR));
    pipe.fromSender.setHWM(bound);
    pipe.toLoop.setHWM(bound);
    pipe.fromSender.bind("inproc://" + name);
    pipe.toLoop.connect("inproc://" + name);
    return pipe;
  }

  private void add(Pipe pipe, Runnable loop) {
    threads.add(new SteadyThread(pipe.name, loop));
  }

  /// A thread of the library's. Without it the kernel is deaf and mute for ever, so it goes on
  /// where a cell that fills the heap made it fail.
  private static Thread libraryThread(Runnable body, String name) {
    Thread thread = new SteadyThread(name, () -> goOn(body));
    thread.setDaemon(true);
    return thread;
  }

  private static void goOn(Runnable body) {
    boolean ended = false;
    while (!ended) {
      try {
        body.run();
        ended = true;
      } catch (OutOfMemoryError e) {
        Thread.onSpinWait();
      }
    }
  }

  private ZMQ.Socket unbound(Channel channel) {
    return channel == Channel.IOPUB
        ? PublishLoop.prepared(socket(SocketType.XPUB))
        : socket(SocketType.ROUTER);
  }

  private ZMQ.Socket bound(ZMQ.Socket socket, int port) {
    doors.open(socket, socket.getSocketType(), port);
    return socket;
  }

  private ZMQ.Socket socket(SocketType type) {
    ZMQ.Socket socket = context.socket(type);
    socket.setHWM(UNBOUNDED);
    socket.setLinger(LINGER_MILLIS);
    return socket;
  }
}
