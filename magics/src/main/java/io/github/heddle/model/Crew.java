package io.github.heddle.model;

import io.github.heddle.plan.Plan;
import io.github.heddle.sampling.CoreLimits;
import io.github.heddle.sampling.GcMeter;
import io.github.heddle.sampling.Sampler;
import io.github.heddle.scope.Scope;
import io.github.heddle.scope.Undisturbed;
import io.github.heddle.task.Ending;
import io.github.heddle.trace.GcPauses;
import io.github.heddle.trace.Recording;
import io.github.heddle.trace.Samples;
import io.github.heddle.trace.TaskLog;
import io.github.heddle.trace.TaskTimes;
import io.github.heddle.trace.Trace;
import io.github.heddle.trace.WorkerUse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The platform threads that run the tasks of one run: created and ready before the clock starts,
/// gone when it has stopped.
final class Crew<T, R extends @Nullable Object> {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration FOREVER = Duration.ofDays(36_500);

  /// How often the waiting thread looks whether the run was stopped and a worker did not notice.
  private static final Duration GLANCE = Duration.ofMillis(100);

  /// How many workers may take a place in all, one after the other, as deadlocks take them away.
  private static final int REPLACED = 3;

  private final Plan plan;
  private final List<Worker> workers = new CopyOnWriteArrayList<>();
  private final Tasks<T, R> tasks;
  private final Scope run;
  private final Watch watch;
  private final TaskLog log;
  private final CountDownLatch start = new CountDownLatch(1);

  Crew(Plan plan, Tasks<T, R> tasks, Scope run, Watch watch) {
    this.plan = plan;
    this.tasks = tasks;
    this.run = run;
    this.watch = watch;
    this.log = new TaskLog(tasks.count());
  }

  /// Runs all tasks on at most so many threads and blocks until they are done or were stopped.
  Execution<R> execute(int size) {
    long created = System.nanoTime();
    CoreLimits limits = CoreLimits.ofThisProcess();
    int hired = Math.min(size, tasks.count());
    hire(hired);
    Sampler sampler =
        Sampler.start(workers.stream().map(Worker::probe).toList(), REPLACED * hired, run, limits);
    GcMeter gc = GcMeter.fromNow();
    long submitted = System.nanoTime();
    start.countDown();
    Recorder recorder = new Recorder(workers, limits, submitted, submitted - created);
    watch.begun(new UnderWay(recorder, sampler));
    await(sampler, REPLACED * hired, submitted);
    watch.ended();
    GcPauses pauses = gc.pauses();
    TaskTimes times = log.times(submitted, System.nanoTime(), tasks.stoppedAs());
    Trace trace = recorder.recording(Worker::use, times, sampler.finish()).trace();
    return new Execution<>(tasks.outcomes(times), trace.with(pauses));
  }

  /// Puts together what was measured. Times are those of `System.nanoTime`.
  private record Recorder(
      List<Worker> workers, CoreLimits limits, long submittedNanos, long startupNanos) {
    Recording recording(Function<Worker, WorkerUse> use, TaskTimes times, Samples samples) {
      return new Recording(
          workers.stream().map(use).toList(),
          times,
          samples.since(submittedNanos),
          limits.usable(),
          startupNanos);
    }
  }

  /// The run while it lasts.
  private final class UnderWay implements Live {
    private final Recorder recorder;
    private final Sampler sampler;

    UnderWay(Recorder recorder, Sampler sampler) {
      this.recorder = recorder;
      this.sampler = sampler;
    }

    @Override
    public int ended() {
      return log.ended();
    }

    @Override
    public Trace trace() {
      TaskTimes times = log.times(recorder.submittedNanos(), System.nanoTime(), Ending.CANCELLED);
      return recorder.recording(Worker::useSoFar, times, sampler.soFar()).trace();
    }
  }

  private void hire(int size) {
    IntStream.range(0, size).forEach(lane -> workers.add(worker(lane)));
    boolean hired = false;
    try {
      workers.forEach(Worker::begin);
      workers.forEach(Worker::probe);
      hired = true;
    } finally {
      if (!hired) {
        // there is no memory for so many threads: those that there are must not wait for ever
        run.stop();
      }
    }
  }

  private Worker worker(int lane) {
    return new Worker(lane, tasks, log, new Worker.Start(run, start));
  }

  private void await(Sampler sampler, int most, long submitted) {
    boolean interrupted = false;
    try {
      awaitEnd(sampler, most, submitted);
    } catch (InterruptedException _) {
      interrupted = true;
      tasks.stop(Ending.CANCELLED);
    }
    if (run.stopped()) {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      Undisturbed.run(() -> run.awaitEnd(Duration.ofNanos(deadline - System.nanoTime())));
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Returns when all workers have ended, or the run was stopped.
  ///
  /// @param most how many workers there may be in all
  private void awaitEnd(Sampler sampler, int most, long submitted) throws InterruptedException {
    Duration limit = plan.timeout().filter(t -> t.compareTo(FOREVER) < 0).orElse(FOREVER);
    DeadlockEnding deadlocks = new DeadlockEnding(tasks, run);
    // workers that replace others are added at the end
    for (int lane = 0; lane < workers.size(); lane++) {
      while (workers.get(lane).busy() && !run.stopped()) {
        Duration left = limit.minusNanos(System.nanoTime() - submitted);
        if (left.isPositive()) {
          workers.get(lane).join(left.compareTo(GLANCE) < 0 ? left : GLANCE);
        } else {
          tasks.stop(Ending.TIMED_OUT);
        }
        sampler
            .deadlock()
            .map(found -> deadlocks.end(found, workers))
            .ifPresent(
                leaving -> replace(Math.min(leaving.size(), most - workers.size()), sampler));
        deadlocks.sweep();
      }
    }
  }

  /// So many other workers take the tasks that are left.
  private void replace(int leaving, Sampler sampler) {
    for (int i = 0; i < leaving && tasks.left(); i++) {
      Worker worker = worker(workers.size());
      workers.add(worker);
      worker.begin();
      sampler.add(worker.probe());
    }
  }
}
