package io.github.heddle.model;

import io.github.heddle.sampling.Sampler;
import io.github.heddle.scope.Scope;
import io.github.heddle.task.Call;
import io.github.heddle.trace.CarrierTrack;
import io.github.heddle.trace.Lane;
import io.github.heddle.trace.WorkerUse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// The platform threads of one run to which tasks hand parts of their work. They come into being
/// when they are needed, each with a lane of its own, and end with the run.
final class OffloadPool implements Offloading {
  private final int most;
  private final int firstLane;
  private final Agenda agenda;
  private final BlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
  private final List<OffloadThread> threads = new ArrayList<>();
  private final CompletableFuture<Sampler> sampler = new CompletableFuture<>();
  private int free;

  /// @param most how many threads there are at most
  /// @param firstLane the lane of the first of them
  OffloadPool(int most, int firstLane, Agenda agenda) {
    this.most = most;
    this.firstLane = firstLane;
    this.agenda = agenda;
  }

  /// A part of a task's work.
  ///
  /// @param task the task; none where a thread calls that belongs to no task
  record Job(@Nullable Strand task, FutureTask<?> work) {}

  /// Its threads are to be seen by it.
  void sampledBy(Sampler running) {
    sampler.complete(running);
  }

  @Override
  public <R extends @Nullable Object> R call(Call<R> work) throws Exception {
    FutureTask<R> future = new FutureTask<>(work::call);
    Strand task = Strand.current().orElse(null);
    if (task != null) {
      synchronized (task.track()) {
        task.track().queued(agenda.now());
      }
    }
    add(new Job(task, future));
    return Results.of(future);
  }

  private synchronized void add(Job job) {
    if (free <= jobs.size() && threads.size() < most) {
      Lane lane = new Lane(firstLane + threads.size(), "offload-" + (threads.size() + 1));
      OffloadThread thread = new OffloadThread(lane, this, agenda);
      threads.add(thread);
      thread.start(Scope.current().orElseThrow());
    }
    jobs.add(job);
  }

  /// The next job; waits for it.
  Job take() throws InterruptedException {
    count(1);
    try {
      return jobs.take();
    } finally {
      count(-1);
    }
  }

  private synchronized List<OffloadThread> all() {
    return List.copyOf(threads);
  }

  private synchronized void count(int more) {
    free += more;
  }

  Sampler sampler() {
    return sampler.join();
  }

  /// Ends the threads: none of them has anything to do any more, or the run was stopped.
  void close() {
    all().forEach(OffloadThread::end);
  }

  /// Waits for the threads to end, but not longer than that.
  void awaitEnd(Duration patience) throws InterruptedException {
    for (OffloadThread thread : all()) {
      thread.join(patience);
    }
  }

  /// What each thread did for tasks.
  List<CarrierTrack> tracks() {
    return all().stream().map(OffloadThread::track).toList();
  }

  /// What each thread used.
  List<WorkerUse> uses() {
    return all().stream().map(OffloadThread::use).toList();
  }
}
