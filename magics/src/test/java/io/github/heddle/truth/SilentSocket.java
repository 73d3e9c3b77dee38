package io.github.heddle.truth;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// A connection from which nothing ever comes.
record SilentSocket(ServerSocket server, Socket socket) implements AutoCloseable {
  /// @param millis after so long, reading fails
  static SilentSocket forMillis(int millis) throws IOException {
    ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Socket socket = new Socket(server.getInetAddress(), server.getLocalPort());
    socket.setSoTimeout(millis);
    return new SilentSocket(server, socket);
  }

  @Override
  public void close() throws IOException {
    socket.close();
    server.close();
  }
}
