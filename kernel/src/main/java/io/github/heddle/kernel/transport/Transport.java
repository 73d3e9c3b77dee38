package io.github.heddle.kernel.transport;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/// The kernel's sockets and the threads that own them: one loop each for requests on shell, control
/// and stdin, one for the heartbeat, and the sender.
public final class Transport {
  private static final int LINGER_MILLIS = 100;

  private final ZMQ.Context context = ZMQ.context(1);
  private final KernelConnectionProperties connection;
  private final WireFormat format;
  private final List<Thread> threads = new ArrayList<>();

  /// Nothing is bound yet.
  ///
  /// @throws GeneralSecurityException if the connection asks for a signature nobody here knows
  public Transport(KernelConnectionProperties connection) throws GeneralSecurityException {
    if (!connection.getTransport().equals("tcp")) {
      throw new IllegalArgumentException(
          "Only the transport tcp is supported, not " + connection.getTransport());
    }
    context.setThreadFactor(Transport::libraryThread);
    this.connection = connection;
    this.format = new WireFormat(connection.createHMACGenerator());
  }

  /// Binds all sockets, then starts their threads.
  ///
  /// @param source everything that is sent; the threads end when it ends
  /// @param receiver called with each message on the thread of its channel: must not block
  public void start(MessageSource source, Session session, BiConsumer<Channel, Message> receiver) {
    Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
    sockets.put(Channel.IOPUB, bound(SocketType.PUB, connection.getIopubPort()));
    ZMQ.Socket heartbeat = bound(SocketType.ROUTER, connection.getHbPort());
    for (Channel channel : List.of(Channel.SHELL, Channel.CONTROL, Channel.STDIN)) {
      sockets.put(channel, route(channel, receiver));
    }
    threads.add(new SteadyThread("sender", new Sender(source, sockets, format, session)));
    threads.forEach(Thread::start);
    Thread beat = new SteadyThread("heartbeat", new Heartbeat(heartbeat));
    beat.setDaemon(true);
    beat.start();
  }

  /// Waits until the source has ended and all it gave has left, then frees the sockets.
  ///
  /// @throws InterruptedException if the calling thread is interrupted while it waits
  public void awaitEnd() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
    context.close();
  }

  private ZMQ.Socket route(Channel channel, BiConsumer<Channel, Message> receiver) {
    String name = channel.name().toLowerCase(Locale.ROOT);
    ZMQ.Socket toLoop = socket(SocketType.PAIR);
    ZMQ.Socket fromSender = socket(SocketType.PAIR);
    toLoop.bind("inproc://" + name);
    fromSender.connect("inproc://" + name);
    ZMQ.Socket router = bound(SocketType.ROUTER, port(channel));
    RouterLoop.Route route = new RouterLoop.Route(router, fromSender);
    threads.add(
        new SteadyThread(
            name,
            new RouterLoop(context, route, format, message -> receiver.accept(channel, message))));
    return toLoop;
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

  private int port(Channel channel) {
    return switch (channel) {
      case SHELL -> connection.getShellPort();
      case CONTROL -> connection.getControlPort();
      case STDIN -> connection.getStdinPort();
      case IOPUB -> connection.getIopubPort();
    };
  }

  private ZMQ.Socket bound(SocketType type, int port) {
    ZMQ.Socket socket = socket(type);
    socket.bind("tcp://" + connection.getIp() + ":" + port);
    return socket;
  }

  private ZMQ.Socket socket(SocketType type) {
    ZMQ.Socket socket = context.socket(type);
    socket.setHWM(0);
    socket.setLinger(LINGER_MILLIS);
    return socket;
  }
}
