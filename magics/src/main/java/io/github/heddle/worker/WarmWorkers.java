package io.github.heddle.worker;

import io.github.heddle.scope.Scope;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Started worker processes that wait for work: a run takes some and gives them back, so that the
/// next run need not start any. Those that nobody needs for a while are ended. Any thread may use
/// it; a kernel has one as long as it lives.
public final class WarmWorkers implements AutoCloseable {
  private static final Duration IDLE = Duration.ofMinutes(5);

  private final WorkerCommand command;
  private final int mostIdle;
  private final Duration idle;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final ScheduledExecutorService janitor =
      Executors.newSingleThreadScheduledExecutor(
          body -> Scope.outside("heddle-idle-workers", body));
  private boolean closed;

  /// Workers that are started in this way.
  public WarmWorkers(WorkerCommand command) {
    this(command, 2 * Runtime.getRuntime().availableProcessors(), IDLE);
  }

  /// @param mostIdle how many may wait
  /// @param idle for how long one may wait
  WarmWorkers(WorkerCommand command, int mostIdle, Duration idle) {
    this.command = command;
    this.mostIdle = mostIdle;
    this.idle = idle;
  }

  private record Waiting(WorkerProcess worker, long sinceNanos) {}

  /// A worker with such a heap: one that waits, or else a new one.
  ///
  /// @param fresh whether it must be a new one
  /// @throws IOException with a sentence for the user, where none can be started
  public WorkerProcess take(long heapBytes, boolean fresh) throws IOException {
    return take(heapBytes, fresh, _ -> {});
  }

  /// The same.
  ///
  /// @param started is told the number of a process that is started for it, before it can be used
  public WorkerProcess take(long heapBytes, boolean fresh, LongConsumer started)
      throws IOException {
    if (!fresh) {
      for (Waiting found = poll(heapBytes); found != null; found = poll(heapBytes)) {
        if (found.worker.alive()) {
          return found.worker;
        }
        found.worker.kill();
      }
    }
    return WorkerProcess.start(command.commandLine(heapBytes), heapBytes, started);
  }

  private synchronized @Nullable Waiting poll(long heapBytes) {
    for (Waiting each : waiting) {
      if (each.worker.heapBytes() == heapBytes) {
        waiting.remove(each);
        return each;
      }
    }
    return null;
  }

  /// Keeps a worker whose run is over for the next one.
  public void giveBack(WorkerProcess worker) {
    worker.end();
    List<WorkerProcess> superfluous = keep(worker);
    superfluous.forEach(WorkerProcess::kill);
  }

  private synchronized List<WorkerProcess> keep(WorkerProcess worker) {
    if (closed) {
      return List.of(worker);
    }
    waiting.addLast(new Waiting(worker, System.nanoTime()));
    var _ = janitor.schedule(this::endIdle, idle.toMillis() + 1, TimeUnit.MILLISECONDS);
    List<WorkerProcess> superfluous = new ArrayList<>();
    while (waiting.size() > mostIdle) {
      superfluous.add(waiting.removeFirst().worker);
    }
    return superfluous;
  }

  /// How many wait.
  synchronized int idle() {
    return waiting.size();
  }

  private void endIdle() {
    long now = System.nanoTime();
    List<WorkerProcess> old = new ArrayList<>();
    synchronized (this) {
      waiting.removeIf(each -> {
        boolean over = now - each.sinceNanos >= idle.toNanos();
        if (over) {
          old.add(each.worker);
        }
        return over;
      });
    }
    old.forEach(WorkerProcess::kill);
  }

  /// Ends those that wait, so that the next run has new ones.
  public void renew() {
    List<WorkerProcess> all;
    synchronized (this) {
      all = waiting.stream().map(Waiting::worker).toList();
      waiting.clear();
    }
    all.forEach(WorkerProcess::kill);
  }

  /// Ends those that wait; those at work are ended when they are given back.
  @Override
  public void close() {
    List<WorkerProcess> all;
    synchronized (this) {
      closed = true;
      all = waiting.stream().map(Waiting::worker).toList();
      waiting.clear();
    }
    janitor.shutdownNow();
    all.forEach(WorkerProcess::kill);
  }
}
