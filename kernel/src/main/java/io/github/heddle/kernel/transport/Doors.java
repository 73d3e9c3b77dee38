package io.github.heddle.kernel.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import zmq.Options;

/// Binds sockets to where clients look for them: ports, or paths of Unix domain sockets. Used by
/// one thread.
final class Doors {
  private final Connection connection;
  private final List<UnixDoor> unix = new ArrayList<>();

  Doors(Connection connection) {
    this.connection = connection;
  }

  /// @param port the port, or the number that ends the path
  void open(ZMQ.Socket socket, SocketType type, int port) {
    if (connection.isOverIpc()) {
      openUnix(socket, type, connection.path(port));
    } else {
      connection.keys().ifPresent(keys -> keys.secure(socket));
      socket.bind(connection.address(port));
    }
  }

  private void openUnix(ZMQ.Socket socket, SocketType type, Path path) {
    try {
      UnixDoor door =
          new UnixDoor(path, new Entrance(socket.base(), options(type), "ipc://" + path));
      unix.add(door);
      Thread thread = new SteadyThread("door", door);
      thread.setDaemon(true);
      thread.start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen at " + path, e);
    }
  }

  /// As the library makes them for a socket of that type.
  private Options options(SocketType type) {
    Options options = new Options();
    options.type = type.type();
    options.recvIdentity = type == SocketType.ROUTER;
    options.filter = type == SocketType.XPUB;
    options.sendHwm = type == SocketType.XPUB ? PublishLoop.MESSAGES_WAITING : 0;
    options.recvHwm = 0;
    connection.keys().ifPresent(keys -> keys.secure(options));
    return options;
  }

  /// Lets nobody in any more through Unix domain sockets, and removes their paths.
  void shut() {
    try {
      for (UnixDoor door : unix) {
        door.shut();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits until clients were handed all that was sent to them, once the sockets are closed.
  ///
  /// @throws InterruptedException if the calling thread is interrupted while it waits
  void awaitEnd() throws InterruptedException {
    try {
      for (UnixDoor door : unix) {
        door.awaitEnd();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
