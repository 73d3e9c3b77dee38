package io.github.heddle.model;

import io.github.heddle.sampling.Joining;
import io.github.heddle.sampling.Sampler;
import io.github.heddle.sampling.ThreadMeter;
import io.github.heddle.scope.Scope;
import io.github.heddle.trace.CarrierTrack;
import io.github.heddle.trace.Lane;
import io.github.heddle.trace.MountUse;
import io.github.heddle.trace.TaskTrack;
import io.github.heddle.trace.Usage;
import io.github.heddle.trace.WorkerUse;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// A platform thread that does parts of tasks' work, one after the other, and notes what each of
/// them used.
final class OffloadThread implements OffloadLane {
  private static final int MOST_SLICES = 500;

  private final CarrierTrack track;
  private final OffloadPool<FutureTask<?>> pool;
  private final CompletableFuture<Sampler> sampler;
  private final Agenda agenda;
  private final CompletableFuture<Thread> thread = new CompletableFuture<>();
  private volatile Usage before = Usage.UNKNOWN;
  private volatile Usage after = Usage.UNKNOWN;
  private volatile @Nullable Strand current;
  private volatile boolean ended;

  /// @param sampler is to see it
  OffloadThread(
      Lane lane,
      OffloadPool<FutureTask<?>> pool,
      CompletableFuture<Sampler> sampler,
      Agenda agenda) {
    this.track = new CarrierTrack(lane, MOST_SLICES);
    this.pool = pool;
    this.sampler = sampler;
    this.agenda = agenda;
  }

  @Override
  public void start(Scope run) {
    Thread own = run.thread(track.lane().name(), this::work);
    thread.complete(own);
    own.start();
  }

  @Override
  public void end() {
    ended = true;
    thread.join().interrupt();
  }

  @Override
  public void join(Duration patience) throws InterruptedException {
    thread.join().join(patience);
  }

  @Override
  public CarrierTrack track() {
    return track;
  }

  @Override
  public WorkerUse use() {
    return new WorkerUse(track.lane(), before, after.minus(before));
  }

  private void work() {
    try (ThreadMeter meter = ThreadMeter.ofCurrentThread()) {
      long origin = -agenda.at(0);
      sampler
          .join()
          .watch(new Joining(meter.probe(), this::task, track.looks(), track.readings(), origin));
      before = meter.usage();
      while (!ended) {
        perform(pool.take(), meter);
        after = meter.usage();
        // the interrupt of a task that gave up its work is not the next one's concern
        Thread.interrupted();
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /// The task whose work is under way.
  private OptionalInt task() {
    Strand now = current;
    return now == null ? OptionalInt.empty() : OptionalInt.of(now.task());
  }

  private static OptionalLong since(OptionalLong ready, ThreadMeter meter) {
    return ready.isPresent() ? OptionalLong.of(meter.readyNanos() - ready.getAsLong()) : ready;
  }

  private void perform(OffloadPool.Job<FutureTask<?>> job, ThreadMeter meter) {
    Strand task = job.task();
    long start = begin(task);
    long cpu = meter.cpuNanos();
    OptionalLong ready = meter.ready();
    current = task;
    Strand.workFor(task, job.work());
    current = null;
    if (task != null) {
      boolean shownAsSampled = task.track().hasLane() && ready.isPresent();
      MountUse use =
          new MountUse(
              start, agenda.now(), meter.cpuNanos() - cpu, since(ready, meter), !shownAsSampled);
      end(task, use);
      track.carried(task.task(), use, cpu, ready.orElse(0));
    }
  }

  private long begin(@Nullable Strand task) {
    if (task == null) {
      return agenda.now();
    }
    TaskTrack states = task.track();
    synchronized (states) {
      return states.mounted(agenda.now(), false, track);
    }
  }

  private void end(Strand task, MountUse use) {
    TaskTrack states = task.track();
    synchronized (states) {
      task.ran(Math.min(use.cpuNanos(), use.nanos()));
      states.unmounted(use, false, track);
    }
  }
}
