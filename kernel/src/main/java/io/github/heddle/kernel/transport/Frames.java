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

  static void send(ZMQ.Socket socket, List<byte[]> frames) {
    int last = frames.size() - 1;
    frames.subList(0, last).forEach(socket::sendMore);
    socket.send(frames.get(last));
  }
}
