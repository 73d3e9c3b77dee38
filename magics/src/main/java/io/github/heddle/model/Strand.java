package io.github.heddle.model;

import io.github.heddle.sampling.Watched;
import io.github.heddle.scope.Inherited;
import io.github.heddle.task.Ending;
import io.github.heddle.trace.TaskTrack;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// A task under way: its virtual thread, and those that it starts, all of which are scheduled by
/// it. That is how a mount is known to be the task's.
final class Strand implements Executor {
  private static final InheritableThreadLocal<@Nullable Strand> CURRENT =
      new InheritableThreadLocal<>();

  private final TaskTrack track;
  private final Agenda agenda;
  private final Thread thread;
  private final Optional<Watched> watched;

  /// The task's own thread; what else is queued are threads that it started.
  private volatile @Nullable Ready main;

  private volatile @Nullable Ending ending;
  private boolean begun;
  private long beginNanos;
  private long endNanos;
  private long cpuNanos;

  /// @param body performs the task of that number
  Strand(TaskTrack track, Agenda agenda, OwnScheduler scheduler, IntFunction<Ending> body) {
    this.track = track;
    this.agenda = agenda;
    this.thread = scheduler.thread(this, "task " + track.task(), () -> perform(body));
    this.watched = track.looks().map(log -> new WatchedStrand(agenda, track, thread, log));
  }

  private void perform(IntFunction<Ending> body) {
    CURRENT.set(this);
    Ending how = body.apply(track.task());
    endNanos = agenda.now();
    ending = how;
  }

  /// The task that the calling thread works for.
  static Optional<Strand> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /// The way to read for which task another thread was started, where this JVM allows it.
  static Optional<Inherited<Strand>> reader() {
    return Inherited.reader(CURRENT, Strand.class);
  }

  /// Whether it is of that run.
  boolean isOf(Agenda run) {
    return agenda == run;
  }

  /// Runs the work on the calling thread, for that task or for none.
  static void workFor(@Nullable Strand task, Runnable work) {
    if (task == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(task);
    }
    work.run();
  }

  int task() {
    return track.task();
  }

  /// Guarded by its own monitor.
  TaskTrack track() {
    return track;
  }

  Thread thread() {
    return thread;
  }

  /// For looks at its stack while it waits, where it has a lane of its own.
  Optional<Watched> watched() {
    return watched;
  }

  /// Starts the task's thread: what comes back is to be mounted at once.
  Ready start() {
    thread.start();
    Ready first = main;
    if (first == null) {
      throw new IllegalStateException("the thread was not given to its scheduler");
    }
    return first;
  }

  @Override
  public void execute(Runnable continuation) {
    Ready own = main;
    if (own == null) {
      main = new Ready(this, continuation);
    } else {
      agenda.add(own.isOf(continuation) ? own : new Ready(this, continuation));
    }
  }

  boolean isMain(Ready ready) {
    return ready == main;
  }

  /// How the task ended: said once, to the carrier from which its thread came off then. Where the
  /// JVM makes the thread wait once more on its way out, it comes back after that.
  @Nullable Ending takeEnding() {
    Ending how = ending;
    ending = null;
    return how;
  }

  /// Whether its thread was ever mounted.
  boolean begun() {
    return begun;
  }

  void begins(long nanos) {
    begun = true;
    beginNanos = nanos;
  }

  long beginNanos() {
    return beginNanos;
  }

  long endNanos() {
    return endNanos;
  }

  /// Adds to the CPU time of the task. Guarded by the track's monitor.
  void ran(long nanos) {
    cpuNanos += nanos;
  }

  long cpuNanos() {
    return cpuNanos;
  }

  /// Whether the task's thread waits for a lock that another thread holds.
  boolean locked() {
    return switch (thread.getState()) {
      case BLOCKED -> true;
      case WAITING, TIMED_WAITING -> ownable(LockSupport.getBlocker(thread));
      case NEW, RUNNABLE, TERMINATED -> false;
    };
  }

  /// Of what threads park for, `ReentrantLock` and `ReentrantReadWriteLock` have owners.
  private static boolean ownable(@Nullable Object blocker) {
    return blocker != null
        && blocker.getClass().getName().startsWith("java.util.concurrent.locks.Reentrant");
  }
}
