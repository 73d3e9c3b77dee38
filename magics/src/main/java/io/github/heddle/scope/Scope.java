package io.github.heddle.scope;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The threads of a piece of work: a cell, or a run inside it. A thread belongs to the scope of the
/// thread that created it, virtual threads included, so a scope can say whose output a line is and
/// end all that a cell started.
///
/// Scopes form a tree; stopping one stops those below it. Any thread may call any method.
public final class Scope {
  private static final InheritableThreadLocal<@Nullable Scope> CURRENT =
      new InheritableThreadLocal<>();
  private static final Optional<Unblocking> LOCK_WAITS = LockWaits.available();
  private static final Duration BETWEEN_INTERRUPTS = Duration.ofMillis(5);

  private final String name;
  private final @Nullable Scope parent;
  private final LoopBreaker breaker;
  private final ThreadGroup group;
  private final Services services;
  private final Set<Runnable> interrupters = ConcurrentHashMap.newKeySet();
  private final Set<Thread> ending = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  private Scope(
      String name,
      @Nullable Scope parent,
      LoopBreaker breaker,
      ThreadGroup group,
      Services services) {
    this.name = name;
    this.parent = parent;
    this.breaker = breaker;
    this.group = group;
    this.services = services;
  }

  /// A scope of its own, such as a cell's.
  public static Scope root(String name, LoopBreaker breaker) {
    return root(name, breaker, Services.NONE);
  }

  /// The same with services for what runs in it.
  public static Scope root(String name, LoopBreaker breaker, Services services) {
    return new Scope(name, null, breaker, new ThreadGroup(name), services);
  }

  /// The scope of the calling thread.
  public static Optional<Scope> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /// A scope inside this one.
  public Scope child(String childName) {
    return child(childName, services);
  }

  /// A scope inside this one with services of its own.
  public Scope child(String childName, Services own) {
    return new Scope(childName, this, breaker, new ThreadGroup(group, childName), own);
  }

  /// What work in this scope can ask for.
  public Services services() {
    return services;
  }

  /// The outermost scope around this one.
  public Scope root() {
    return parent == null ? this : parent.root();
  }

  /// The name given when it was made.
  public String name() {
    return name;
  }

  /// A daemon thread of this scope, not started.
  public Thread thread(String threadName, Runnable body) {
    Thread thread = new Thread(group, () -> enter(body), threadName);
    thread.setDaemon(true);
    return thread;
  }

  /// A daemon thread that belongs to no scope, not started: no stop reaches it, and it inherits
  /// nothing from the cell that may have led to it.
  public static Thread outside(String threadName, Runnable body) {
    ThreadGroup outermost = Thread.currentThread().getThreadGroup();
    while (outermost.getParent() != null) {
      outermost = outermost.getParent();
    }
    Thread thread = new Thread(outermost, body, threadName, 0, false);
    thread.setDaemon(true);
    return thread;
  }

  /// Runs the body on the calling thread as part of this scope; threads it creates belong to the
  /// scope.
  public void enter(Runnable body) {
    Scope before = CURRENT.get();
    CURRENT.set(this);
    try {
      body.run();
    } finally {
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }

  /// Whether this scope, or one around it, was stopped.
  public boolean stopped() {
    return stopped || (parent != null && parent.stopped());
  }

  /// Whether the calling thread is to end: its scope, or one around it, was stopped, or it was told
  /// so itself.
  public static boolean endsCurrentThread() {
    Scope scope = CURRENT.get();
    return scope != null && scope.ends(Thread.currentThread());
  }

  private boolean ends(Thread thread) {
    return stopped || ending.contains(thread) || (parent != null && parent.ends(thread));
  }

  /// Tells some threads of this scope to end, as [#stop] tells all. Does not wait.
  public void end(Collection<Thread> threads) {
    ending.addAll(threads);
    breaker.breakLoops(this);
    threads.forEach(Thread::interrupt);
  }

  /// The platform threads that were told to end and are still alive.
  public List<Thread> endingThreads() {
    return stopped() ? liveThreads() : ending.stream().filter(Thread::isAlive).toList();
  }

  /// The platform threads of this scope and of those inside it that are alive now.
  public List<Thread> liveThreads() {
    Thread[] threads = new Thread[group.activeCount() + 16];
    int count = group.enumerate(threads, true);
    while (count == threads.length) {
      threads = new Thread[2 * count];
      count = group.enumerate(threads, true);
    }
    return Stream.of(threads).limit(count).toList();
  }

  /// The virtual threads of this scope and of those inside it that are alive now; none where this
  /// JVM does not let us see them.
  public List<Thread> liveVirtualThreads() {
    return Census.OF_THIS_JVM
        .map(census ->
            census.threads.alive().filter(thread -> contains(census.scope, thread)).toList())
        .orElse(List.of());
  }

  private boolean contains(Inherited<Scope> scopes, Thread thread) {
    Scope its = scopes.of(thread).orElse(null);
    while (its != null && its != this) {
      its = its.parent;
    }
    return its != null;
  }

  /// How virtual threads and their scopes are found; made when it is first asked for.
  private record Census(VirtualThreads threads, Inherited<Scope> scope) {
    private static final Optional<Census> OF_THIS_JVM =
        VirtualThreads.reader()
            .flatMap(threads ->
                Inherited.reader(CURRENT, Scope.class).map(scope -> new Census(threads, scope)));
  }

  /// Whether the thread was started in this scope or inside it; of a virtual thread that is known
  /// only where this JVM lets us see it.
  public boolean contains(Thread thread) {
    return thread.isVirtual() ? containsVirtual(thread) : containsPlatform(thread);
  }

  private boolean containsVirtual(Thread thread) {
    return Census.OF_THIS_JVM.filter(census -> contains(census.scope, thread)).isPresent();
  }

  private boolean containsPlatform(Thread thread) {
    ThreadGroup its = thread.getThreadGroup();
    return its != null && group.parentOf(its);
  }

  /// Tells every thread of the scope to end: loops of cell code are broken, waiting threads
  /// interrupted. Does not wait; calling it again only interrupts again.
  public void stop() {
    stopped = true;
    breaker.breakLoops(this);
    interruptAll();
    liveVirtualThreads().forEach(Thread::interrupt);
  }

  /// Waits for the threads of a stopped scope to end, interrupting those that swallow it again and
  /// again, and ending waits that no interrupt ends. Threads of pools that have no work are left
  /// where they are.
  ///
  /// @return the others that were still alive when the time was over
  /// @throws InterruptedException if the calling thread is interrupted while it waits
  public List<Thread> awaitEnd(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    Optional<Thread> alive = busyThreads().findFirst();
    while (alive.isPresent() && System.nanoTime() < deadline) {
      alive.get().join(BETWEEN_INTERRUPTS);
      interruptAll();
      List<Thread> waiting = busyThreads().toList();
      unblockings().forEach(each -> each.unblock(waiting));
      alive = waiting.stream().filter(Thread::isAlive).findFirst();
    }
    List<Thread> left = busyThreads().toList();
    if (stopped() && left.isEmpty() && noVirtualThreads()) {
      breaker.ended(this);
    }
    return left;
  }

  /// Where they cannot be seen there may be some.
  private boolean noVirtualThreads() {
    return Census.OF_THIS_JVM.isPresent() && liveVirtualThreads().isEmpty();
  }

  private Stream<Unblocking> unblockings() {
    return Stream.of(LOCK_WAITS, services.get(Unblocking.class)).flatMap(Optional::stream);
  }

  private Stream<Thread> busyThreads() {
    return liveThreads().stream().filter(each -> !Pools.idle(each));
  }

  private void interruptAll() {
    liveThreads().forEach(Thread::interrupt);
    interrupters.forEach(Runnable::run);
  }

  /// Who knows threads of this scope that cannot be listed, such as virtual ones, interrupts them
  /// whenever the threads of the scope are interrupted: as often as that is, and without blocking.
  /// Nothing happens at once where the scope is stopped already.
  public void addInterrupter(Runnable interrupter) {
    interrupters.add(interrupter);
    if (parent != null) {
      parent.addInterrupter(interrupter);
    }
  }

  /// Its threads have ended.
  public void removeInterrupter(Runnable interrupter) {
    interrupters.remove(interrupter);
    if (parent != null) {
      parent.removeInterrupter(interrupter);
    }
  }

  @Override
  public String toString() {
    return parent == null ? name : parent + "/" + name;
  }
}
