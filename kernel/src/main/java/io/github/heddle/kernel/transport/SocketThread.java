package io.github.heddle.kernel.transport;

/// A thread that owns a socket. An interrupt would cut a message of several frames in two, so it
/// cannot be interrupted, not even by code of a cell that interrupts every thread it finds.
final class SocketThread extends Thread {
  SocketThread(String name, Runnable body) {
    super(body, name);
  }

  @Override
  public void interrupt() {
    // a socket thread ends when its socket is told to close
  }
}
