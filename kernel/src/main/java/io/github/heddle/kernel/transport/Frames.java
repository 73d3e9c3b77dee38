package io.github.heddle.kernel.transport;

import java.util.ArrayList;
import java.util.List;
import org.zeromq.ZMQ;

/// Messages of several frames, whole.
final class Frames {
  private Frames() {}

  static List<byte[]> receive(ZMQ.Socket socket) {
    List<byte[]> frames = new ArrayList<>();
    do {
      frames.add(socket.recv());
    } while (socket.hasReceiveMore());
    return frames;
  }

  /// Sends a message unless there is no room for it in the time that the socket waits.
  ///
  /// @return whether it was sent
  static boolean offer(ZMQ.Socket socket, List<byte[]> frames) {
    int last = frames.size() - 1;
    boolean room = socket.send(frames.getFirst(), last > 0 ? ZMQ.SNDMORE : 0);
    if (room && last > 0) {
      send(socket, frames.subList(1, frames.size()));
    }
    return room;
  }

  static void send(ZMQ.Socket socket, List<byte[]> frames) {
    int last = frames.size() - 1;
    frames.subList(0, last).forEach(socket::sendMore);
    socket.send(frames.get(last));
  }
}
