package io.github.heddle.kernel.transport;

import java.nio.channels.SocketChannel;
import zmq.Options;
import zmq.Own;
import zmq.SocketBase;
import zmq.ZObject;
import zmq.io.IOThread;
import zmq.io.SessionBase;
import zmq.io.StreamEngine;
import zmq.socket.Sockets;

/// Where connections that the ZeroMQ library did not accept itself become connections of one of its
/// sockets. Any thread may admit one.
final class Entrance extends Own {
  private final SocketBase socket;
  private final IOThread thread;
  private final String name;

  /// @param options those of the socket
  /// @param name the address that clients connect to
  Entrance(SocketBase socket, Options options, String name) {
    this(socket, options, name, new Threads(socket).any());
  }

  private Entrance(SocketBase socket, Options options, String name, IOThread thread) {
    super(thread, options);
    this.socket = socket;
    this.thread = thread;
    this.name = name;
  }

  /// Makes a connection the socket's.
  ///
  /// @param connection a TCP connection; closed by the library
  void admit(SocketChannel connection) {
    StreamEngine engine = new StreamEngine(connection, options, name);
    SessionBase session = Sockets.createSession(thread, false, socket, options, null);
    session.incSeqnum();
    launchChild(session);
    sendAttach(session, engine, false);
  }

  @Override
  protected void destroy() {
    // owns nothing but sessions, which the library ends
  }

  /// The library's threads.
  private static final class Threads extends ZObject {
    private Threads(SocketBase socket) {
      super(socket);
    }

    private IOThread any() {
      return chooseIoThread(0);
    }
  }
}
