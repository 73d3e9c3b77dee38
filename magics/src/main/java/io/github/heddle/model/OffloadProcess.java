package io.github.heddle.model;

import io.github.heddle.scope.Scope;
import io.github.heddle.trace.CarrierTrack;
import io.github.heddle.trace.CoreRuns;
import io.github.heddle.trace.Lane;
import io.github.heddle.trace.Usage;
import io.github.heddle.trace.WorkerUse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A thread that has parts of tasks' work done in worker processes, one after the other, and notes
/// what each of them used there.
final class OffloadProcess implements OffloadLane {
  private static final int MOST_SLICES = 500;

  private final CarrierTrack track;
  private final CoreRuns cores;
  private final OffloadPool<ProcessCall<?>> pool;
  private final Agenda agenda;
  private final CompletableFuture<Thread> thread = new CompletableFuture<>();
  private final List<Usage> used = new ArrayList<>();
  private volatile @Nullable ProcessCall<?> current;
  private volatile boolean ended;

  /// @param cores is told on which cores the processes ran
  OffloadProcess(Lane lane, OffloadPool<ProcessCall<?>> pool, CoreRuns cores, Agenda agenda) {
    this.track = new CarrierTrack(lane, MOST_SLICES);
    this.cores = cores;
    this.pool = pool;
    this.agenda = agenda;
  }

  @Override
  public void start(Scope run) {
    Thread own = run.thread(track.lane().name(), this::work);
    thread.complete(own);
    own.start();
  }

  /// The run is over: nobody waits for what the process still does.
  @Override
  public void end() {
    ended = true;
    ProcessCall<?> underWay = current;
    if (underWay != null) {
      underWay.cancel(true);
    }
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
  public synchronized WorkerUse use() {
    return new WorkerUse(track.lane(), Usage.UNKNOWN, Usage.sum(used));
  }

  private synchronized void used(Usage usage) {
    used.add(usage);
  }

  private void work() {
    try {
      while (!ended) {
        perform(pool.take());
        // the interrupt of a task that gave up its work is not the next one's concern
        Thread.interrupted();
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void perform(OffloadPool.Job<ProcessCall<?>> job) {
    current = job.work();
    if (ended) {
      job.work().cancel(false);
    }
    Hop hop = new Hop(job.task(), track, cores, agenda);
    hop.begin();
    Strand.workFor(job.task(), () -> job.work().run(hop::heard));
    hop.end();
    used(hop.used());
    current = null;
  }
}
