package io.github.heddle.kernel.transport;

import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import zmq.ZError;

/// Answers every frame with itself, so that the client sees the kernel live. Ends with the context.
record Heartbeat(ZMQ.Socket socket) implements Runnable {
  @Override
  public void run() {
    try (socket) {
      while (true) {
        Frames.send(socket, Frames.receive(socket));
      }
    } catch (ZMQException e) {
      if (e.getErrorCode() != ZError.ETERM) {
        throw e;
      }
    }
  }
}
