package io.github.heddle.scope;

import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Takes a lock of the JDK from a thread that will never give it back. The JDK lets nobody but the
/// holder release a lock, so this makes the calling thread the holder first; it needs `--add-opens
/// java.base/java.util.concurrent.locks`. Any thread, one at a time.
public final class ForcedRelease {
  private static final String LOCKS = AbstractOwnableSynchronizer.class.getPackageName();

  private final Method owner;
  private final Method makeOwner;

  private ForcedRelease(Method owner, Method makeOwner) {
    this.owner = owner;
    this.makeOwner = makeOwner;
  }

  /// The way to do it, where this JVM allows it.
  public static Optional<ForcedRelease> available() {
    try {
      Class<?> type = AbstractOwnableSynchronizer.class;
      Method owner = type.getDeclaredMethod("getExclusiveOwnerThread");
      Method makeOwner = type.getDeclaredMethod("setExclusiveOwnerThread", Thread.class);
      owner.setAccessible(true);
      makeOwner.setAccessible(true);
      return Optional.of(new ForcedRelease(owner, makeOwner));
    } catch (NoSuchMethodException | InaccessibleObjectException notHere) {
      return Optional.empty();
    }
  }

  /// Whether the lock is one whose way to count is known: `ReentrantLock`, or the write lock of
  /// `ReentrantReadWriteLock`.
  public static boolean knows(AbstractOwnableSynchronizer lock) {
    return lock instanceof AbstractQueuedSynchronizer
        && lock.getClass().getPackageName().equals(LOCKS);
  }

  /// The lock of that kind that a thread waits for now.
  public static Optional<AbstractOwnableSynchronizer> waitedForBy(Thread thread) {
    return LockSupport.getBlocker(thread) instanceof AbstractOwnableSynchronizer lock && knows(lock)
        ? Optional.of(lock)
        : Optional.empty();
  }

  /// The thread that holds the lock.
  public Optional<Thread> holder(AbstractOwnableSynchronizer lock) {
    return Optional.ofNullable((Thread) call(owner, lock));
  }

  /// Releases the lock as often as it was taken; the next thread that waits for it gets it. Only
  /// while its holder waits for ever, or has ended.
  public void release(AbstractOwnableSynchronizer lock) {
    call(makeOwner, lock, Thread.currentThread());
    AbstractQueuedSynchronizer queue = (AbstractQueuedSynchronizer) lock;
    while (Thread.currentThread().equals(call(owner, lock))) {
      queue.release(1);
    }
  }

  private static @Nullable Object call(
      Method method, AbstractOwnableSynchronizer lock, Object... arguments) {
    try {
      return method.invoke(lock, arguments);
    } catch (IllegalAccessException | InvocationTargetException impossible) {
      throw new IllegalStateException("the method was opened and only sets a field", impossible);
    }
  }
}
