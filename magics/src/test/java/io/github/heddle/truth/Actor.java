package io.github.heddle.truth;

import io.github.heddle.truth.Witnessed.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/// Performs the steps of one task and notes what its clocks say between them. What has to be
/// prepared for a step is witnessed, too.
final class Actor {
  private static final int CHUNK = 100_000;

  private final List<Witnessed> steps = new ArrayList<>();
  private Moment last = Moment.now();
  private long allocated;

  /// Performs all steps, in order.
  static Testimony perform(List<Step> steps) throws IOException, InterruptedException {
    Actor actor = new Actor();
    for (Step step : steps) {
      actor.perform(step);
    }
    return actor.testimony();
  }

  private void perform(Step step) throws IOException, InterruptedException {
    switch (step) {
      case Step.Compute(int millis) -> compute(millis);
      case Step.Sleep(int millis) -> {
        Thread.sleep(millis);
        note(Kind.WAITS, after(millis));
      }
      case Step.Socket(int millis) -> read(millis);
      case Step.Monitor(int millis) -> monitor(millis);
      case Step.Lock(int millis) -> lock(millis);
      case Step.GiveWay() -> giveWay();
      case Step.Allocate(int bytes) -> allocate(bytes);
      case Step.Fail() -> throw new WitnessedFailure(testimony());
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // what is scheduled is what is tested
  private void giveWay() {
    Thread.yield();
    note(Kind.GAVE_WAY);
  }

  private void note(Kind kind) {
    note(kind, last.nanos());
  }

  /// @param overNanos when that was over what the step waited for
  private void note(Kind kind, long overNanos) {
    Moment now = Moment.now();
    steps.add(Witnessed.between(kind, last, overNanos, now));
    last = now;
  }

  private long after(int millis) {
    return last.nanos() + millis * 1_000_000L;
  }

  private Testimony testimony() {
    note(Kind.RUNS);
    return new Testimony(ProcessHandle.current().pid(), steps, allocated);
  }

  private void compute(int millis) {
    long end = last.cpuNanos() + millis * 1_000_000L;
    long random = end;
    while (Moment.cpu() < end || random == 0) {
      for (int round = 0; round < 10_000; round++) {
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
      }
    }
    note(Kind.RUNS);
  }

  private void read(int millis) throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket socket = new Socket(silent.getInetAddress(), silent.getLocalPort())) {
      socket.setSoTimeout(millis);
      note(Kind.GAVE_WAY);
      try {
        throw new IllegalStateException("nobody wrote " + socket.getInputStream().read());
      } catch (SocketTimeoutException asItShould) {
        note(Kind.WAITS, after(millis));
      }
    }
  }

  private void monitor(int millis) throws InterruptedException {
    Object monitor = new Object();
    Holder holder = new Holder(millis);
    Thread thread =
        holder.start(() -> {
          synchronized (monitor) {
            holder.hold();
          }
        });
    await(holder);
    synchronized (monitor) {
      note(Kind.LOCKED, holder.overNanos);
    }
    join(thread);
  }

  private void lock(int millis) throws InterruptedException {
    ReentrantLock lock = new ReentrantLock();
    Holder holder = new Holder(millis);
    Thread thread =
        holder.start(() -> {
          lock.lock();
          try {
            holder.hold();
          } finally {
            lock.unlock();
          }
        });
    await(holder);
    lock.lock();
    try {
      note(Kind.LOCKED, holder.overNanos);
    } finally {
      lock.unlock();
    }
    join(thread);
  }

  private void await(Holder holder) throws InterruptedException {
    note(Kind.RUNS);
    holder.held.await();
    note(Kind.WAITS, holder.heldNanos);
  }

  private void join(Thread thread) throws InterruptedException {
    thread.join();
    note(Kind.WAITS);
  }

  /// Holds a lock for a while.
  private static final class Holder {
    private final CountDownLatch held = new CountDownLatch(1);
    private final int millis;
    private volatile long heldNanos;
    private volatile long overNanos;

    Holder(int millis) {
      this.millis = millis;
    }

    Thread start(Runnable work) {
      return Thread.ofPlatform().name("holder").start(work);
    }

    void hold() {
      heldNanos = System.nanoTime();
      held.countDown();
      try {
        Thread.sleep(millis);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
      overNanos = System.nanoTime();
    }
  }

  private void allocate(int bytes) {
    for (int left = bytes; left > 0; left -= CHUNK) {
      byte[] chunk = new byte[Math.min(left, CHUNK)];
      Arrays.fill(chunk, (byte) left);
      allocated += chunk.length;
    }
    note(Kind.RUNS);
  }
}
