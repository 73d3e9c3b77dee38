package io.github.heddle.kernel.transport;

/// A thread of the kernel itself. An interrupt would cut a message of several frames in two, or end
/// a loop on which all depends, so it cannot be interrupted, not even by code of a cell that
/// interrupts every thread it finds.
public final class SteadyThread extends Thread {
  public SteadyThread(String name, Runnable body) {
    super(body, name);
  }

  @Override
  public void interrupt() {
    // it ends when the kernel does
  }
}
