package io.github.heddle.model;

import io.github.heddle.task.Ending;
import io.github.heddle.trace.Journeys;
import io.github.heddle.trace.TaskLog;
import io.github.heddle.worker.News;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/// The tasks that one worker process has: the first is under way, the others wait behind it. Keeps
/// more of them there the shorter they are, so that a worker need not wait for the next one. Used
/// by the thread of its station; any thread may ask how many there are.
final class Underway {
  /// The tasks of a worker should last so long together.
  private static final long AHEAD_NANOS = 4_000_000;

  private static final int MOST = 256;

  private final int lane;
  private final TaskLog log;
  private final Journeys journeys;
  private final Deque<Sent> tasks = new ArrayDeque<>();
  private Optional<Received> last = Optional.empty();
  private OptionalLong began = OptionalLong.empty();
  private long offset;
  private long each = AHEAD_NANOS;
  private volatile long left = Long.MIN_VALUE;
  private volatile int size;
  private final AtomicInteger ended = new AtomicInteger();

  Underway(int lane, TaskLog log, Journeys journeys) {
    this.lane = lane;
    this.log = log;
    this.journeys = journeys;
  }

  /// A task that was sent.
  private record Sent(int task, long nanos) {}

  /// A task whose result was received.
  private record Received(int task, long nanos) {}

  /// Times of another worker come from now on.
  void clock(long offsetNanos) {
    offset = offsetNanos;
  }

  int size() {
    return size;
  }

  /// When the task began that the stop of the run ended; long ago where there is none.
  long leftTaskBegan() {
    return left;
  }

  int endedCount() {
    return ended.get();
  }

  /// Whether the worker should get more.
  boolean low() {
    return tasks.size() <= depth() / 2;
  }

  /// How many more.
  int room() {
    return depth() - tasks.size();
  }

  private int depth() {
    return Math.clamp(AHEAD_NANOS / Math.max(1, each), 1, MOST);
  }

  void add(int task, long nanos) {
    tasks.addLast(new Sent(task, nanos));
    size = tasks.size();
  }

  void removeAll(Collection<Integer> some) {
    tasks.removeIf(sent -> some.contains(sent.task));
    size = tasks.size();
  }

  List<Integer> removeAll() {
    List<Integer> all = tasks.stream().map(Sent::task).toList();
    tasks.clear();
    size = 0;
    return all;
  }

  /// The worker says since when its task has been under way.
  void seen(News.Underway now) {
    if (!tasks.isEmpty() && tasks.getFirst().task == now.task()) {
      began = OptionalLong.of(now.beginNanos() + offset);
      log.begin(now.task(), lane, began.getAsLong());
    }
  }

  /// The first task has ended; its result has been received.
  void ended(News.Ended news, Ending ending) {
    int task = news.task();
    News.Times times = news.times();
    long now = System.nanoTime();
    Sent sent = take();
    if (sent.task != task) {
      throw new IllegalStateException("task %d ended before %d".formatted(task, sent.task));
    }
    long free = freeAt(times.takenNanos() + offset);
    journeys.sent(task, Math.max(sent.nanos, free));
    journeys.received(task, now);
    log.begin(task, lane, times.beginNanos() + offset);
    log.use(task, times.cpuNanos(), times.readyNanos());
    log.end(task, ending, times.endNanos() + offset);
    each =
        (3 * each
                + now
                - last.map(Received::nanos).map(l -> Math.max(l, sent.nanos)).orElse(sent.nanos))
            / 4;
    last = Optional.of(new Received(task, now));
    ended.incrementAndGet();
  }

  /// When the worker had done with the task before, and that task's result was on its way no more.
  private long freeAt(long takenNanos) {
    if (last.isEmpty()) {
      return Long.MIN_VALUE;
    }
    long free = Math.min(last.get().nanos, takenNanos);
    journeys.received(last.get().task, free);
    return free;
  }

  /// The worker ended, and the first task with it.
  ///
  /// @param failure notes that, and says how it counts as ended
  Optional<Integer> fail(Ledger ledger, long nowNanos, IntFunction<Ending> failure) {
    if (tasks.isEmpty()) {
      return Optional.empty();
    }
    long begin = begin(nowNanos);
    Sent lost = take();
    Ledger.Use use = ledger.seenBetween(begin, nowNanos);
    log.begin(lost.task, lane, begin);
    log.use(lost.task, use.cpuNanos(), use.readyNanos());
    log.end(lost.task, failure.apply(lost.task), nowNanos);
    last = Optional.of(new Received(lost.task, nowNanos));
    journeys.sent(lost.task, begin);
    ended.incrementAndGet();
    return Optional.of(lost.task);
  }

  /// The run was stopped while the first task was under way.
  void leave(Ledger ledger, long nowNanos) {
    if (!tasks.isEmpty()) {
      long begin = begin(nowNanos);
      ledger.seenBetween(begin, nowNanos);
      log.begin(take().task, lane, begin);
      left = begin;
    }
    removeAll();
  }

  /// When the first task began: as the worker said, or else when it could.
  private long begin(long nowNanos) {
    long earliest =
        Math.max(tasks.getFirst().nanos, last.map(Received::nanos).orElse(Long.MIN_VALUE));
    return began.orElse(Math.min(earliest, nowNanos));
  }

  private Sent take() {
    Sent first = tasks.removeFirst();
    size = tasks.size();
    began = OptionalLong.empty();
    return first;
  }
}
