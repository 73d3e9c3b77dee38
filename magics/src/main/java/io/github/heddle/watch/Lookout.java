package io.github.heddle.watch;

import io.github.heddle.model.Live;
import io.github.heddle.model.Watch;
import io.github.heddle.plan.Turn;
import io.github.heddle.scope.Scope;
import io.github.heddle.scope.Undisturbed;
import io.github.heddle.trace.Trace;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Looks at one run after the other and tells a view, on a daemon thread `heddle-progress` that
/// belongs to no scope. What is over within a second is not looked at. Nothing is told after
/// [#close].
public final class Lookout implements AutoCloseable {
  private final View view;
  private final Thread thread;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final CountDownLatch closed = new CountDownLatch(1);

  /// Held while something is asked of the run.
  private final Object asking = new Object();

  private volatile OptionalLong firstBegan = OptionalLong.empty();
  private volatile Optional<Seen> current = Optional.empty();
  private long spentOnLanes;

  /// A run under way.
  private record Seen(Turn turn, Live run, long beganNanos) {}

  private Lookout(View view) {
    this.view = view;
    this.thread = Scope.outside("heddle-progress", this::look);
    // progress is dispensable, and a cell's outputs are the user's: what goes wrong here goes wrong
    // in the report as well, and is told there
    thread.setUncaughtExceptionHandler((_, _) -> {});
  }

  /// Begins to look.
  public static Lookout with(View view) {
    Lookout lookout = new Lookout(view);
    lookout.thread.start();
    return lookout;
  }

  /// What a model tells of that run.
  public Watch during(Turn turn) {
    return new Watch() {
      @Override
      public void begun(Live run) {
        long now = System.nanoTime();
        if (firstBegan.isEmpty()) {
          firstBegan = OptionalLong.of(now);
        }
        current = Optional.of(new Seen(turn, run, now));
      }

      @Override
      public void ended() {
        synchronized (asking) {
          current = Optional.empty();
        }
      }
    };
  }

  /// Waits until nothing more is told, and ends the thread.
  @Override
  public void close() {
    closed.countDown();
    Undisturbed.run(thread::join);
  }

  private void look() {
    try {
      long pause = Rhythm.PATIENCE;
      while (!closed.await(pause, TimeUnit.NANOSECONDS)) {
        pause = firstBegan.isPresent() ? afterLook(firstBegan.getAsLong()) : Rhythm.PATIENCE;
      }
    } catch (InterruptedException nobodyWantsToKnow) {
      Thread.currentThread().interrupt();
    }
  }

  /// Looks, if it is time, and says how long not to look again.
  private long afterLook(long began) {
    long elapsed = System.nanoTime() - began;
    if (elapsed < Rhythm.PATIENCE) {
      return Rhythm.PATIENCE - elapsed;
    }
    long before = threads.getCurrentThreadCpuTime();
    count();
    long counted = threads.getCurrentThreadCpuTime();
    if (Rhythm.lanesDue(elapsed, spentOnLanes)) {
      lanes();
      spentOnLanes += threads.getCurrentThreadCpuTime() - counted;
    }
    return Rhythm.pause(counted - before);
  }

  private void count() {
    Optional<Seen> seen;
    int ended = 0;
    synchronized (asking) {
      seen = current;
      if (seen.isPresent()) {
        ended = seen.get().run.ended();
      }
    }
    if (seen.isPresent()) {
      long elapsed = System.nanoTime() - seen.get().beganNanos;
      view.progress(seen.get().turn, ended, elapsed);
    }
  }

  private void lanes() {
    Optional<Seen> seen;
    Optional<Trace> trace;
    synchronized (asking) {
      seen = current;
      trace = seen.map(now -> now.run.trace());
    }
    trace.ifPresent(soFar -> view.lanes(seen.orElseThrow().turn, soFar));
  }
}
