package io.github.heddle.model;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Hands tasks out to stations: those that were given back, then new ones. Any thread may use it.
final class Handout {
  /// How often a station without a task looks whether another has too many.
  private static final Duration GLANCE = Duration.ofMillis(5);

  private final Tasks<?, ?> tasks;
  private final int stations;
  private final Deque<Integer> returned = new ArrayDeque<>();
  private int waiting;
  private int unfinished;
  private boolean stopped;

  Handout(Tasks<?, ?> tasks, int stations) {
    this.tasks = tasks;
    this.stations = stations;
    this.unfinished = tasks.count();
    this.waiting = tasks.count();
  }

  /// Some tasks to be done next. Towards the end there are fewer, so that all stations end at about
  /// the same time.
  ///
  /// @param most how many at most
  synchronized List<Integer> claim(int most) {
    List<Integer> claimed = new ArrayList<>();
    int fair = Math.max(1, waiting / (2 * stations));
    while (claimed.size() < Math.min(most, fair) && !stopped) {
      int task = returned.isEmpty() ? tasks.claim() : returned.removeFirst();
      if (task >= tasks.count()) {
        return claimed;
      }
      waiting--;
      claimed.add(task);
    }
    return claimed;
  }

  /// These have not begun: somebody else is to do them.
  synchronized void giveBack(Collection<Integer> some) {
    returned.addAll(some);
    waiting += some.size();
    notifyAll();
  }

  /// A task has ended.
  synchronized void ended() {
    unfinished--;
    if (unfinished == 0) {
      notifyAll();
    }
  }

  /// How many tasks have ended.
  synchronized int endedCount() {
    return tasks.count() - unfinished;
  }

  /// No more tasks are handed out.
  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  /// Whether a station that has nothing to do should wait for what others give back.
  synchronized boolean open() {
    return unfinished > 0 && !stopped;
  }

  /// Waits until there is something to do, nothing will be, or it is time to look again.
  synchronized void await() throws InterruptedException {
    long deadline = System.nanoTime() + GLANCE.toNanos();
    long left = GLANCE.toNanos();
    while (open() && returned.isEmpty() && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = deadline - System.nanoTime();
    }
  }
}
