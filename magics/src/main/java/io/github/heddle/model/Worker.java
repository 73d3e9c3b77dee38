package io.github.heddle.model;

import io.github.heddle.sampling.TaskMeter;
import io.github.heddle.sampling.ThreadMeter;
import io.github.heddle.sampling.ThreadProbe;
import io.github.heddle.scope.Scope;
import io.github.heddle.trace.Lane;
import io.github.heddle.trace.TaskLog;
import io.github.heddle.trace.Usage;
import io.github.heddle.trace.WorkerUse;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/// A platform thread that takes tasks until there are none left, and notes what each of them used.
final class Worker {
  private final Lane lane;
  private final Tasks<?, ?> tasks;
  private final TaskLog log;
  private final Thread thread;
  private final CompletableFuture<ThreadProbe> probe = new CompletableFuture<>();
  private volatile boolean lastTask;
  private volatile boolean givenUp;
  private volatile Usage before = Usage.UNKNOWN;
  private volatile Usage after = Usage.UNKNOWN;

  Worker(int index, Tasks<?, ?> tasks, TaskLog log, Start start) {
    this.lane = new Lane(index, "thread-" + (index + 1));
    this.tasks = tasks;
    this.log = log;
    this.thread = start.run.thread(lane.name(), () -> work(start.signal));
  }

  /// Where the worker belongs and what it waits for before its first task.
  record Start(Scope run, CountDownLatch signal) {}

  /// Creates the thread.
  void begin() {
    thread.start();
  }

  /// What a sampler can see of the worker; waits until the worker is ready to take tasks.
  ThreadProbe probe() {
    return probe.join();
  }

  boolean alive() {
    return thread.isAlive();
  }

  /// Whether there is an end to wait for.
  boolean busy() {
    return alive() && !givenUp;
  }

  Thread thread() {
    return thread;
  }

  /// Whether it performs that task now.
  boolean performs(OptionalInt task) {
    return task.isPresent() && probe().task().equals(task);
  }

  /// It takes no task after the one it performs now.
  void lastTask() {
    lastTask = true;
  }

  /// Its task is in a deadlock and can never end: it counts as ended now, and nobody waits for it.
  void giveUp() {
    probe().task().ifPresent(task -> log.giveUp(task, tasks.giveUp(task), System.nanoTime()));
    givenUp = true;
  }

  /// Waits for the end of the thread, but not longer than that.
  void join(Duration limit) throws InterruptedException {
    thread.join(limit);
  }

  /// What the worker used; where it could not be ended, that is not known, and its lane says so.
  WorkerUse use() {
    Lane shown = alive() ? new Lane(lane.index(), lane.name() + " (did not end)") : lane;
    return new WorkerUse(shown, before, after.minus(before));
  }

  /// What is known of the worker before it has ended.
  WorkerUse useSoFar() {
    return new WorkerUse(lane, before, after.minus(before));
  }

  private void work(CountDownLatch start) {
    try (ThreadMeter meter = ThreadMeter.ofCurrentThread()) {
      probe.complete(meter.probe());
      start.await();
      before = meter.usage();
      takeTasks(new TaskMeter(lane.index(), log, meter));
      after = meter.usage();
    } catch (InterruptedException stoppedBeforeItBegan) {
      Thread.currentThread().interrupt();
    } finally {
      // nobody waits for a worker that came to nothing
      probe.cancel(false);
    }
  }

  private void takeTasks(TaskMeter meter) {
    for (int task = next(); task < tasks.count(); task = next()) {
      meter.begin(task);
      meter.end(task, tasks.perform(task));
      // what a task did to its own thread is not the next one's concern
      Thread.interrupted();
    }
  }

  private int next() {
    return lastTask ? tasks.count() : tasks.claim();
  }
}
