package io.github.heddle.worker;

import io.github.heddle.scope.Scope;
import io.github.heddle.ship.Cargo;
import io.github.heddle.ship.ClassFile;
import io.github.heddle.ship.Parcel;
import io.github.heddle.task.TaskBody;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/// The body of a task that lasts long enough to be looked at: it computes, it sleeps, it waits for
/// a lock. It comes to the worker as a class of a cell does, since only lines of cells are kept.
/// Without it each new worker would learn during its first task how tasks are looked at, and that
/// took most of what sampling took there.
public final class RehearsedCell implements TaskBody<Object, Object>, Runnable {
  private static final Duration EACH = Duration.ofMillis(250);

  private final ReentrantLock lock = new ReentrantLock();
  private final CountDownLatch held = new CountDownLatch(1);

  /// What a worker is sent.
  static Cargo cargo() throws IOException {
    ClassFile cell = new ClassFile(RehearsedCell.class.getName(), ofCell(bytes()));
    return new Cargo(List.of(cell), List.of(), Optional.of(cell.name()), Parcel.NOTHING);
  }

  private static byte[] bytes() throws IOException {
    try (InputStream in = RehearsedCell.class.getResourceAsStream("RehearsedCell.class")) {
      if (in == null) {
        throw new IOException("no class file of the rehearsed cell");
      }
      return in.readAllBytes();
    }
  }

  /// The same class, of a source that is a cell.
  private static byte[] ofCell(byte[] bytes) {
    var files = java.lang.classfile.ClassFile.of();
    return files.transformClass(
        files.parse(bytes),
        (builder, element) ->
            builder.with(
                element instanceof SourceFileAttribute
                    ? SourceFileAttribute.of("cell 1")
                    : element));
  }

  @Override
  public Object run(int task, Object item) throws InterruptedException {
    long end = System.nanoTime() + EACH.toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    Thread.sleep(EACH);
    Scope.outside("holder", this).start();
    held.await();
    lock.lock();
    try {
      return item;
    } finally {
      lock.unlock();
    }
  }

  /// Holds the lock for a while.
  @Override
  public void run() {
    lock.lock();
    try {
      held.countDown();
      LockSupport.parkNanos(EACH.toNanos());
    } finally {
      lock.unlock();
    }
  }
}
