package io.github.heddle.kernel.weave;

import io.github.heddle.scope.LoopBreaker;
import io.github.heddle.scope.Scope;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.locks.Lock;
import java.util.function.Predicate;

/// The checks that woven classes make at every turn of a loop and on entry of every method.
///
/// All of a kind are one call site. As long as nothing is stopped its target is an empty method,
/// which the just-in-time compiler turns into no code at all. A stop changes the target: compiled
/// code that relied on the old one is thrown away by the JVM, and every check looks whether its
/// thread belongs to what was stopped. When no thread of it is left the empty method comes back.
public final class StopChecks implements LoopBreaker {
  private static final MethodType VOID = MethodType.methodType(void.class);
  private static final MethodHandle NOTHING = MethodHandles.empty(VOID);
  private static final MethodType LOCK = MethodType.methodType(void.class, Lock.class);
  private static final MethodHandle NO_LOCK = MethodHandles.empty(LOCK);

  /// The name of checks behind a call that takes a lock.
  static final String BEHIND_LOCK = "checkLocked";

  /// The name of checks where an exception was caught.
  static final String CAUGHT = "checkCaught";

  private static final MethodType THROWN = MethodType.methodType(void.class, Throwable.class);
  private static final MethodHandle NOTHING_CAUGHT = MethodHandles.empty(THROWN);

  private final List<PendingStop> pending = new CopyOnWriteArrayList<>();
  private final MutableCallSite site = new MutableCallSite(NOTHING);
  private final MutableCallSite lockSite = new MutableCallSite(NO_LOCK);
  private final MutableCallSite catchSite = new MutableCallSite(NOTHING_CAUGHT);
  private final MethodHandle check;
  private final MethodHandle lockCheck;
  private final MethodHandle catchCheck;

  /// When a thread that was stopped last met a check, or was stopped, by `System.nanoTime`.
  private volatile long met = System.nanoTime();

  /// Checks for the classes of one class loader.
  public StopChecks() {
    check = slowCheck("check", VOID).bindTo(this);
    lockCheck = slowCheck(BEHIND_LOCK, LOCK).bindTo(this);
    catchCheck = slowCheck(CAUGHT, THROWN).bindTo(this);
  }

  private static MethodHandle slowCheck(String name, MethodType type) {
    try {
      return MethodHandles.lookup().findVirtual(StopChecks.class, name, type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no check", e);
    }
  }

  /// Links a check; called by the JVM when a woven class meets it for the first time.
  public static CallSite link(Lookup caller, String name, MethodType type) {
    if (caller.lookupClass().getClassLoader() instanceof WovenLoader loader) {
      StopChecks checks = loader.stopChecks();
      return switch (name) {
        case BEHIND_LOCK -> checks.lockSite;
        case CAUGHT -> checks.catchSite;
        default -> checks.site;
      };
    }
    return new ConstantCallSite(MethodHandles.empty(type));
  }

  @Override
  public synchronized void breakLoops(Scope stopped) {
    met = System.nanoTime();
    pending.add(new PendingStop(stopped, met));
    target(check, lockCheck, catchCheck);
  }

  /// While the common pool works for what was stopped, its workers have to meet checks.
  @Override
  public synchronized void ended(Scope stopped) {
    boolean quiet = ForkJoinPool.commonPool().getActiveThreadCount() == 0;
    forget(stop -> stop.concerns(stopped) && (quiet || !stop.holdsPool()));
  }

  /// What runs in the common pool from now on was not stopped: a new cell begins.
  public void leaveCommonPool() {
    pending.forEach(PendingStop::leavePool);
  }

  /// What a check does while a stop is pending: with few calls, as the stack may be nearly full.
  @SuppressWarnings("UnusedMethod") // woven code gets here through a method handle
  private void check() {
    if (endsHere()) {
      met = System.nanoTime();
      throw new CellStopped();
    }
    forgetEnded();
  }

  private boolean endsHere() {
    return Scope.endsCurrentThread()
        || (commonPool(Thread.currentThread())
            && pending.stream().anyMatch(PendingStop::holdsPool));
  }

  private synchronized void forgetEnded() {
    forget(stop -> stop.over(System.nanoTime(), met));
  }

  private void forget(Predicate<PendingStop> over) {
    if (pending.removeIf(over) && pending.isEmpty()) {
      target(NOTHING, NO_LOCK, NOTHING_CAUGHT);
    }
  }

  private void target(MethodHandle target, MethodHandle lockTarget, MethodHandle catchTarget) {
    site.setTarget(target);
    lockSite.setTarget(lockTarget);
    catchSite.setTarget(catchTarget);
    MutableCallSite.syncAll(new MutableCallSite[] {site, lockSite, catchSite});
  }

  /// The same for a thread that has just got a lock, before the `try` that would release it: one
  /// that is to end ends without it.
  @SuppressWarnings("UnusedMethod") // woven code gets here through a method handle
  private void checkLocked(Lock lock) {
    if (!pending.isEmpty() && endsHere()) {
      lock.unlock();
    }
    check();
  }

  /// The same where something was caught: only where that is a full stack.
  @SuppressWarnings("UnusedMethod") // woven code gets here through a method handle
  private void checkCaught(Throwable caught) {
    if (caught instanceof StackOverflowError) {
      check();
    }
  }

  /// The workers of the common pool belong to whoever made them first, so nothing can be said of
  /// whom they work for: they count as part of what is being stopped until the next cell begins.
  static boolean commonPool(Thread thread) {
    return thread instanceof ForkJoinWorkerThread worker
        && worker.getPool().equals(ForkJoinPool.commonPool());
  }
}
