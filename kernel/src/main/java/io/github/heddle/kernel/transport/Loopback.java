package io.github.heddle.kernel.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/// Two TCP sockets of this process that are connected with each other. The port over which they are
/// is open for the moment this takes, and whoever else connects to it meanwhile is turned away.
record Loopback(SocketChannel one, SocketChannel other) {
  static Loopback open() throws IOException {
    try (ServerSocketChannel listening = ServerSocketChannel.open()) {
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      SocketChannel one = SocketChannel.open(listening.getLocalAddress());
      SocketChannel other = accepted(listening, one);
      one.setOption(StandardSocketOptions.TCP_NODELAY, true);
      other.setOption(StandardSocketOptions.TCP_NODELAY, true);
      return new Loopback(one, other);
    }
  }

  private static SocketChannel accepted(ServerSocketChannel listening, SocketChannel expected)
      throws IOException {
    SocketChannel accepted = listening.accept();
    while (!accepted.getRemoteAddress().equals(expected.getLocalAddress())) {
      accepted.close();
      accepted = listening.accept();
    }
    return accepted;
  }
}
