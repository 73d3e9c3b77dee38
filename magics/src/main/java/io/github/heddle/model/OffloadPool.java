package io.github.heddle.model;

import io.github.heddle.scope.Scope;
import io.github.heddle.trace.CarrierTrack;
import io.github.heddle.trace.Lane;
import io.github.heddle.trace.WorkerUse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Lanes beside those of the carriers of one run, to which tasks hand parts of their work. They
/// come into being when they are needed, and end with the run.
///
/// @param <W> the parts of work
final class OffloadPool<W extends FutureTask<?>> {
  private final Range range;
  private final Agenda agenda;
  private final BiFunction<Lane, OffloadPool<W>, OffloadLane> maker;
  private final BlockingQueue<Job<W>> jobs = new LinkedBlockingQueue<>();
  private final List<OffloadLane> lanes = new ArrayList<>();
  private int free;

  /// @param maker makes a lane that takes its jobs from the pool
  OffloadPool(Range range, Agenda agenda, BiFunction<Lane, OffloadPool<W>, OffloadLane> maker) {
    this.range = range;
    this.agenda = agenda;
    this.maker = maker;
  }

  /// The lanes that there may be.
  ///
  /// @param name what each is called, before its number
  record Range(String name, int first, int most) {
    private Lane lane(int index) {
      return new Lane(first + index, name + "-" + (index + 1));
    }

    /// The first lane after all of these.
    int next() {
      return first + most;
    }
  }

  /// A part of a task's work.
  ///
  /// @param task the task; none where a thread calls that belongs to no task
  record Job<W>(@Nullable Strand task, W work) {}

  /// Has a part of the work of the calling thread's task done on one of the lanes. Does not wait.
  void add(W work) {
    Strand task = Strand.current().orElse(null);
    if (task != null) {
      synchronized (task.track()) {
        task.track().queued(agenda.now());
      }
    }
    add(new Job<>(task, work));
  }

  private synchronized void add(Job<W> job) {
    if (free <= jobs.size() && lanes.size() < range.most) {
      OffloadLane lane = maker.apply(range.lane(lanes.size()), this);
      lanes.add(lane);
      lane.start(Scope.current().orElseThrow());
    }
    jobs.add(job);
  }

  /// The next job; waits for it.
  Job<W> take() throws InterruptedException {
    count(1);
    try {
      return jobs.take();
    } finally {
      count(-1);
    }
  }

  private synchronized List<OffloadLane> all() {
    return List.copyOf(lanes);
  }

  private synchronized void count(int more) {
    free += more;
  }

  /// Ends the lanes: none of them has anything to do any more, or the run was stopped.
  void close() {
    all().forEach(OffloadLane::end);
  }

  /// Waits for the lanes to end, but not longer than that.
  void awaitEnd(Duration patience) throws InterruptedException {
    for (OffloadLane lane : all()) {
      lane.join(patience);
    }
  }

  /// What each lane did for tasks.
  List<CarrierTrack> tracks() {
    return all().stream().map(OffloadLane::track).toList();
  }

  /// What each lane used.
  List<WorkerUse> uses() {
    return all().stream().map(OffloadLane::use).toList();
  }
}
