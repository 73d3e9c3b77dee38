package io.github.heddle.model;

import io.github.heddle.plan.OnError;
import io.github.heddle.plan.Plan;
import io.github.heddle.scope.Scope;
import io.github.heddle.task.DeadlockException;
import io.github.heddle.task.Ending;
import io.github.heddle.task.Outcome;
import io.github.heddle.task.Work;
import io.github.heddle.trace.TaskTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The tasks of a run: hands them out, performs them, keeps what comes of them, and ends them all.
/// Any thread may claim and perform; the outcomes are read when the workers are done.
final class Tasks<T, R extends @Nullable Object> {
  private final Plan plan;
  private final Work<T, R> work;
  private final List<?> elements;
  private final Scope run;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicReference<@Nullable Ending> stop = new AtomicReference<>();

  /// Tasks that were ended because they waited for each other.
  private final Map<Integer, DeadlockException> deadlocks = new ConcurrentHashMap<>();

  /// What each task gave, or what it threw.
  private final @Nullable Object[] results;

  Tasks(Plan plan, Work<T, R> work, Scope run) {
    this.plan = plan;
    this.work = work;
    this.run = run;
    this.elements = work.elements().<List<?>>map(Tasks::indexed).orElseGet(List::of);
    this.results = new Object[plan.tasks()];
  }

  private static <E> List<E> indexed(List<E> elements) {
    return elements instanceof RandomAccess ? elements : new ArrayList<>(elements);
  }

  int count() {
    return plan.tasks();
  }

  /// The next task for the caller to perform; none is left where it is not less than [#count].
  int claim() {
    return run.stopped() ? count() : Math.min(next.getAndIncrement(), count());
  }

  /// Performs a task on the calling thread. Whatever it throws is its outcome.
  Ending perform(int task) {
    try {
      return gave(task, work.body().run(task, item(task)));
    } catch (Throwable thrown) {
      return threw(task, thrown);
    }
  }

  /// What the task is for.
  @SuppressWarnings("unchecked") // without elements, the item is the task's number
  T item(int task) {
    return (T) (work.elements().isPresent() ? elements.get(task) : Integer.valueOf(task));
  }

  /// A task gave this, here or in another process.
  Ending gave(int task, @Nullable Object result) {
    DeadlockException deadlock = deadlocks.isEmpty() ? null : deadlocks.get(task);
    if (deadlock != null) {
      return failed(task, deadlock);
    }
    results[task] = result;
    return Ending.DONE;
  }

  /// What a task throws once it was ended, or the run stopped, it throws because of that.
  Ending threw(int task, Throwable thrown) {
    DeadlockException deadlock = deadlocks.get(task);
    if (deadlock != null) {
      return failed(task, deadlock);
    }
    return run.stopped() ? stoppedAs() : failed(task, thrown);
  }

  /// Whatever comes of the task from now on, it failed because of this.
  void deadlocked(int task, DeadlockException why) {
    deadlocks.putIfAbsent(task, why);
  }

  /// A task of a deadlock whose thread can never end has failed now.
  Ending giveUp(int task) {
    return failed(task, Objects.requireNonNull(deadlocks.get(task)));
  }

  /// Whether there are tasks that nobody has claimed.
  boolean left() {
    return !run.stopped() && next.get() < count();
  }

  private Ending failed(int task, Throwable thrown) {
    results[task] = thrown;
    if (plan.onError() == OnError.STOP) {
      stop(Ending.CANCELLED);
    }
    return Ending.FAILED;
  }

  /// Ends the tasks under way and begins no more.
  ///
  /// @param as how the tasks under way count as ended
  void stop(Ending as) {
    stop.compareAndSet(null, as);
    run.stop();
  }

  /// How tasks that the stop ended count as ended. Where the stop came from outside, they were
  /// cancelled.
  Ending stoppedAs() {
    Ending as = stop.get();
    return as == null ? Ending.CANCELLED : as;
  }

  List<Outcome<R>> outcomes(TaskTable table) {
    return IntStream.range(0, count())
        .mapToObj(task -> outcome(table.ending(task), results[task]))
        .toList();
  }

  @SuppressWarnings("unchecked") // what a task gave is an R, what it threw a Throwable
  private Outcome<R> outcome(Ending ending, @Nullable Object result) {
    return switch (ending) {
      case DONE -> new Outcome.Done<>((R) result);
      case FAILED -> new Outcome.Failed<>((Throwable) Objects.requireNonNull(result));
      case TIMED_OUT -> new Outcome.TimedOut<>();
      case CANCELLED -> new Outcome.Cancelled<>();
      case NOT_STARTED -> new Outcome.NotStarted<>();
    };
  }
}
