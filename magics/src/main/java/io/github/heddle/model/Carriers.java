package io.github.heddle.model;

import io.github.heddle.plan.Plan;
import io.github.heddle.sampling.CoreLimits;
import io.github.heddle.sampling.GcMeter;
import io.github.heddle.sampling.Sampler;
import io.github.heddle.sampling.Watched;
import io.github.heddle.scope.Scope;
import io.github.heddle.scope.Services;
import io.github.heddle.scope.Undisturbed;
import io.github.heddle.task.Ending;
import io.github.heddle.task.Work;
import io.github.heddle.trace.GcPauses;
import io.github.heddle.trace.MountRecording;
import io.github.heddle.trace.Samples;
import io.github.heddle.trace.Trace;
import io.github.heddle.trace.Unended;
import io.github.heddle.trace.WorkerUse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The carriers of one run, and the tasks as virtual threads on them: created and ready before the
/// clock starts, gone when it has stopped.
final class Carriers<T, R extends @Nullable Object> {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration FOREVER = Duration.ofDays(36_500);

  /// How often the waiting thread looks whether the run was stopped.
  private static final long GLANCE = 5_000_000;

  private final Plan plan;
  private final Tasks<T, R> tasks;
  private final Scope run;
  private final Watch watch;
  private final Agenda agenda;
  private final Strands strands;
  private final CoreLimits limits = CoreLimits.ofThisProcess();
  private final List<Carrier> carriers;
  private final OffloadThreads threads;
  private final OffloadProcesses processes;
  private final CountDownLatch start = new CountDownLatch(1);

  /// @param scope what the run is part of
  /// @param names of the carriers, one for each
  /// @throws IllegalStateException where this JVM does not let us schedule virtual threads
  Carriers(Plan plan, Work<T, R> work, Scope scope, Watch watch, List<String> names) {
    Lanes lanes = new Lanes(names, plan.tasks());
    this.plan = plan;
    this.watch = watch;
    this.agenda = new Agenda(scope, plan.model());
    OffloadPool.Range offload = new OffloadPool.Range("offload", lanes.next(), mostThreads());
    this.threads = new OffloadThreads(offload, agenda);
    this.processes =
        new OffloadProcesses(new OffloadPool.Range("process", offload.next(), cores()), agenda);
    this.run = scope.child(plan.model(), services(scope));
    this.tasks = new Tasks<>(plan, work, run);
    this.strands = new Strands(tasks, agenda, OwnScheduler.ofThisJvm(), run, lanes);
    Worker.Start signal = new Worker.Start(run, start);
    this.carriers =
        lanes.carrierTracks().stream()
            .map(track -> new Carrier(track, strands, agenda, signal))
            .toList();
  }

  private Services services(Scope scope) {
    return scope
        .services()
        .with(Offloading.class, threads)
        .with(ProcessOffloading.class, processes);
  }

  /// As many as `asyncio.to_thread` has.
  private int mostThreads() {
    return Math.min(32, cores() + 4);
  }

  private int cores() {
    return (int) Math.ceil(limits.usable().count());
  }

  /// Runs all tasks and blocks until they are done or were stopped.
  Execution<R> execute() {
    long created = System.nanoTime();
    Runnable interrupter = strands::interruptAll;
    run.addInterrupter(interrupter);
    try {
      hire();
      Sampler sampler =
          Sampler.start(
              carriers.stream().map(Carrier::probe).toList(),
              limits,
              () -> carriers.forEach(Carrier::glance),
              this::watched,
              StrandThreads.of(agenda, run));
      threads.sampledBy(sampler);
      GcMeter gc = GcMeter.fromNow();
      long submitted = System.nanoTime();
      agenda.open(submitted);
      start.countDown();
      watch.begun(new Snapshots());
      await();
      watch.ended();
      GcPauses pauses = gc.pauses();
      MountRecording recording =
          recording(
              Carrier::use,
              sampler.finish().since(submitted),
              submitted - created,
              tasks.stoppedAs());
      return new Execution<>(tasks.outcomes(recording.tasks()), recording.trace().with(pauses));
    } finally {
      run.removeInterrupter(interrupter);
    }
  }

  /// At whose stacks to look now.
  private List<Watched> watched() {
    return Stream.concat(carriers.stream().map(Carrier::watched), strands.watched().stream())
        .toList();
  }

  private void hire() {
    boolean hired = false;
    try {
      carriers.forEach(Carrier::begin);
      carriers.forEach(Carrier::probe);
      hired = true;
    } finally {
      if (!hired) {
        // there is no memory for so many threads: those that there are must not wait for ever
        run.stop();
      }
    }
  }

  private void await() {
    boolean interrupted = false;
    try {
      awaitTasks();
    } catch (InterruptedException _) {
      interrupted = true;
      tasks.stop(Ending.CANCELLED);
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Undisturbed.run(() -> awaitStopped(deadline));
    agenda.close(carriers.size());
    threads.pool().close();
    processes.pool().close();
    Undisturbed.run(() -> awaitThreads(deadline));
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Returns when all tasks have ended, or the run was stopped.
  private void awaitTasks() throws InterruptedException {
    long limit = plan.timeout().filter(t -> t.compareTo(FOREVER) < 0).orElse(FOREVER).toNanos();
    while (!strands.allEnded() && !run.stopped()) {
      long left = limit - agenda.now();
      if (left > 0) {
        strands.awaitEnd(Math.min(left, GLANCE));
      } else {
        tasks.stop(Ending.TIMED_OUT);
      }
    }
  }

  /// Of a stopped run, waits until the tasks under way have ended, interrupting those that swallow
  /// it again and again.
  private void awaitStopped(long deadline) throws InterruptedException {
    while (run.stopped() && !strands.idle() && System.nanoTime() < deadline) {
      strands.awaitEnd(GLANCE);
      strands.interruptAll();
    }
  }

  private void awaitThreads(long deadline) throws InterruptedException {
    if (run.stopped()) {
      run.awaitEnd(Duration.ofNanos(deadline - System.nanoTime()));
    } else {
      for (Carrier carrier : carriers) {
        carrier.join(FOREVER);
      }
      threads.pool().awaitEnd(Duration.ofNanos(deadline - System.nanoTime()));
      processes.pool().awaitEnd(Duration.ofNanos(deadline - System.nanoTime()));
    }
  }

  private MountRecording recording(
      Function<Carrier, WorkerUse> use, Samples samples, long startupNanos, Ending givenUp) {
    List<Unended> unended = strands.unended();
    return new MountRecording(
        Stream.of(
                carriers.stream().map(use),
                threads.pool().uses().stream(),
                processes.pool().uses().stream())
            .flatMap(uses -> uses)
            .toList(),
        carriers.stream().map(Carrier::track).toList(),
        strands.drawn(),
        unended,
        Stream.concat(threads.pool().tracks().stream(), processes.pool().tracks().stream())
            .toList(),
        strands.times(unended, agenda.now(), givenUp),
        samples.with(processes.cores()),
        limits.usable(),
        startupNanos);
  }

  /// The run, seen while it lasts.
  private final class Snapshots implements Live {
    @Override
    public int ended() {
      return strands.ended();
    }

    @Override
    public Trace trace() {
      return recording(Carrier::useSoFar, Samples.NONE, 0, Ending.CANCELLED).trace();
    }
  }
}
