package io.github.heddle.model;

import io.github.heddle.sampling.Watched;
import io.github.heddle.scope.Scope;
import io.github.heddle.task.Ending;
import io.github.heddle.trace.CarrierTrack;
import io.github.heddle.trace.TaskLog;
import io.github.heddle.trace.TaskTimes;
import io.github.heddle.trace.TaskTrack;
import io.github.heddle.trace.Unended;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The tasks of a run as virtual threads: begins them, keeps those under way, interrupts them all.
/// Any thread.
final class Strands {
  private static final long BETWEEN_INTERRUPTS = 50_000_000;

  /// So many times as long as interrupting them took, tasks are left alone.
  private static final int PAUSE_FOR_WORK = 20;

  private final Tasks<?, ?> tasks;
  private final Agenda agenda;
  private final OwnScheduler scheduler;
  private final Scope run;
  private final Lanes lanes;
  private final TaskLog log;
  private final AtomicReferenceArray<@Nullable Strand> underWay;
  private final AtomicReferenceArray<@Nullable TaskTrack> drawn;
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();
  private final CountDownLatch allEnded = new CountDownLatch(1);
  private final AtomicBoolean interrupting = new AtomicBoolean();
  private volatile long notBefore = System.nanoTime();
  private volatile boolean allBegun;

  Strands(Tasks<?, ?> tasks, Agenda agenda, OwnScheduler scheduler, Scope run, Lanes lanes) {
    this.tasks = tasks;
    this.agenda = agenda;
    this.scheduler = scheduler;
    this.run = run;
    this.lanes = lanes;
    this.log = new TaskLog(tasks.count());
    this.underWay = new AtomicReferenceArray<>(tasks.count());
    this.drawn = new AtomicReferenceArray<>(lanes.forTasks() ? tasks.count() : 0);
    countDownWhenAllEnded();
  }

  /// Begins the next task, if there is one; what comes back is to be mounted at once.
  @Nullable Ready begin() {
    int task = allBegun ? tasks.count() : tasks.claim();
    if (task >= tasks.count()) {
      allBegun = true;
      return null;
    }
    begun.incrementAndGet();
    Strand strand = strand(task);
    underWay.set(task, strand);
    if (run.stopped()) {
      strand.thread().interrupt();
    }
    return strand.start();
  }

  private Strand strand(int task) {
    TaskTrack track = lanes.track(task);
    if (lanes.forTasks()) {
      drawn.set(task, track);
    }
    return new Strand(track, agenda, scheduler, tasks::perform);
  }

  /// The task's thread is mounted for the first time.
  void begun(Strand strand, CarrierTrack carrier, long nanos) {
    log.begin(strand.task(), lanes.of(strand.task(), carrier), nanos);
  }

  /// The task has ended and its thread came off its carrier.
  void ended(Strand strand, Ending how) {
    int task = strand.task();
    underWay.set(task, null);
    log.use(task, strand.cpuNanos(), 0);
    log.end(task, how, strand.endNanos());
    ended.incrementAndGet();
    countDownWhenAllEnded();
  }

  private void countDownWhenAllEnded() {
    if (ended.get() == tasks.count()) {
      allEnded.countDown();
    }
  }

  /// How many tasks have not begun, but will unless the run is stopped.
  int toBegin() {
    return allBegun || run.stopped() ? 0 : tasks.count() - begun.get();
  }

  /// How many have ended.
  int ended() {
    return ended.get();
  }

  /// Whether all tasks that began have ended.
  boolean idle() {
    return ended.get() == begun.get();
  }

  /// Waits until all tasks have ended, but not longer than that.
  void awaitEnd(long nanos) throws InterruptedException {
    allEnded.await(nanos, TimeUnit.NANOSECONDS);
  }

  /// Whether all tasks have ended.
  boolean allEnded() {
    return allEnded.getCount() == 0;
  }

  /// Interrupts the threads of all tasks under way, but not at once again: a crowd needs the cores
  /// to come to its end. Where others do so already, that is left to them.
  void interruptAll() {
    long start = System.nanoTime();
    if (start - notBefore >= 0 && interrupting.compareAndSet(false, true)) {
      strands().map(Strand::thread).filter(t -> !t.isInterrupted()).forEach(Thread::interrupt);
      long end = System.nanoTime();
      notBefore = end + Math.max(BETWEEN_INTERRUPTS, PAUSE_FOR_WORK * (end - start));
      interrupting.set(false);
    }
  }

  /// The tasks under way, each as it is in the moment in which it is looked at.
  List<Unended> unended() {
    return strands().map(this::seen).toList();
  }

  /// The tasks under way that have lanes of their own, for looks at their stacks.
  List<Watched> watched() {
    return lanes.forTasks()
        ? strands().flatMap(strand -> strand.watched().stream()).toList()
        : List.of();
  }

  private Unended seen(Strand strand) {
    synchronized (strand.track()) {
      return strand.track().seen(agenda.now());
    }
  }

  private Stream<Strand> strands() {
    return IntStream.range(0, underWay.length())
        .mapToObj(underWay::get)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull);
  }

  /// The tracks of the tasks that have lanes of their own.
  List<TaskTrack> drawn() {
    return IntStream.range(0, drawn.length())
        .mapToObj(drawn::get)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  /// The times of all tasks; of those under way, as they were seen.
  ///
  /// @param nowNanos of tasks that began meanwhile
  TaskTimes times(List<Unended> unended, long nowNanos, Ending givenUp) {
    long[] seen = new long[tasks.count()];
    Arrays.fill(seen, nowNanos);
    unended.forEach(task -> seen[task.task()] = task.atNanos());
    return log.times(0, task -> seen[task], givenUp);
  }
}
