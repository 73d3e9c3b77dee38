package io.github.heddle.model;

import io.github.heddle.sampling.ThreadMeter;
import io.github.heddle.sampling.ThreadProbe;
import io.github.heddle.sampling.Watched;
import io.github.heddle.task.Ending;
import io.github.heddle.trace.CarrierTrack;
import io.github.heddle.trace.Hold;
import io.github.heddle.trace.Lane;
import io.github.heddle.trace.MountUse;
import io.github.heddle.trace.TaskTrack;
import io.github.heddle.trace.Usage;
import io.github.heddle.trace.WorkerUse;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// A platform thread on which the virtual threads of tasks are mounted, one at a time; the event
/// loop, where there is one only. It notes every mount.
final class Carrier {
  private final CarrierTrack track;
  private final Strands strands;
  private final Agenda agenda;
  private final Thread thread;
  private final HoldWatch watch = new HoldWatch();
  private final WatchedMount onlooked;
  private final CompletableFuture<ThreadProbe> probe = new CompletableFuture<>();
  private volatile Usage before = Usage.UNKNOWN;
  private volatile Usage after = Usage.UNKNOWN;
  private long cpuNanos;
  private long readyNanos;

  Carrier(CarrierTrack track, Strands strands, Agenda agenda, Worker.Start start) {
    this.track = track;
    this.strands = strands;
    this.agenda = agenda;
    this.onlooked = new WatchedMount(agenda, track.looks());
    this.thread = start.run().thread(track.lane().name(), () -> work(start.signal()));
  }

  /// Creates the thread.
  void begin() {
    thread.start();
  }

  /// What a sampler can see of the carrier; waits until the carrier is ready.
  ThreadProbe probe() {
    return probe.join();
  }

  CarrierTrack track() {
    return track;
  }

  boolean alive() {
    return thread.isAlive();
  }

  /// Waits for the end of the thread, but not longer than that.
  void join(Duration limit) throws InterruptedException {
    thread.join(limit);
  }

  /// What is mounted here, for looks at its stack.
  Watched watched() {
    return onlooked;
  }

  /// Called again and again by another thread: looks where a task is that holds the carrier.
  void glance() {
    watch.glance(agenda.now());
  }

  /// What the carrier used; where it could not be ended, that is not known, and its lane says so.
  WorkerUse use() {
    Lane lane = track.lane();
    Lane shown = alive() ? new Lane(lane.index(), lane.name() + " (did not end)") : lane;
    return new WorkerUse(shown, before, after.minus(before));
  }

  /// What is known of the carrier before it has ended.
  WorkerUse useSoFar() {
    return new WorkerUse(track.lane(), before, after.minus(before));
  }

  private void work(CountDownLatch start) {
    try (ThreadMeter meter = ThreadMeter.ofCurrentThread()) {
      probe.complete(meter.probe());
      start.await();
      before = meter.usage();
      cpuNanos = meter.cpuNanos();
      readyNanos = meter.readyNanos();
      for (Ready next = next(); next != null; next = next()) {
        mount(next, meter);
      }
      after = meter.usage();
    } catch (InterruptedException stoppedBeforeItBegan) {
      Thread.currentThread().interrupt();
    } finally {
      // nobody waits for a carrier that came to nothing
      probe.cancel(false);
    }
  }

  private @Nullable Ready next() {
    Ready first = strands.begin();
    while (first == null) {
      try {
        return agenda.take();
      } catch (InterruptedException stopped) {
        // the tasks are interrupted, too: they need the carrier to come to their ends
        first = null;
      }
    }
    return first;
  }

  private void mount(Ready ready, ThreadMeter meter) {
    Strand strand = ready.strand();
    boolean main = strand.isMain(ready);
    long start = begin(strand, main && !strand.begun());
    watch.mounted(start, ready);
    onlooked.mounted(start, ready);
    ready.goOn();
    onlooked.unmounted();
    watch.unmounted();
    end(strand, main, use(start, agenda.now(), meter));
  }

  private long begin(Strand strand, boolean first) {
    TaskTrack task = strand.track();
    long start;
    synchronized (task) {
      start = task.mounted(agenda.now(), first, track);
    }
    if (first) {
      strand.begins(start);
      strands.begun(strand, track, start);
    }
    return start;
  }

  private MountUse use(long start, long end, ThreadMeter meter) {
    long cpu = meter.cpuNanos();
    long ran = cpu - cpuNanos;
    cpuNanos = cpu;
    OptionalLong waited = OptionalLong.of(0);
    if (end - start >= MountUse.SHORT) {
      OptionalLong ready = meter.ready();
      waited = ready.isPresent() ? OptionalLong.of(ready.getAsLong() - readyNanos) : ready;
      ready.ifPresent(known -> readyNanos = known);
    }
    return new MountUse(start, end, ran, waited, watch.waitedSince(start));
  }

  private void end(Strand strand, boolean main, MountUse use) {
    Ending ending = main ? strand.takeEnding() : null;
    TaskTrack task = strand.track();
    synchronized (task) {
      strand.ran(Math.min(use.cpuNanos(), use.nanos()));
      if (ending == null) {
        task.unmounted(use, main && strand.locked(), track);
      } else {
        task.ended(use.until(strand.endNanos()), strand.endNanos(), track);
      }
    }
    track.carried(strand.task(), use);
    held(strand, use);
    if (ending != null) {
      track.ended(task, strand.beginNanos(), strand.endNanos());
      strands.ended(strand, ending);
    }
  }

  private void held(Strand strand, MountUse use) {
    if (use.nanos() < HoldWatch.LONG || !(use.pinned() || use.cpuNanos() >= HoldWatch.LONG)) {
      return; // short, or it was the machine that kept the carrier from running
    }
    int toBegin = strands.toBegin();
    OptionalLong since = toBegin > 0 ? OptionalLong.of(use.startNanos()) : agenda.oldest();
    long from = Math.max(use.startNanos(), since.orElse(use.endNanos()));
    if (use.endNanos() - from >= HoldWatch.LONG) {
      int others = toBegin + agenda.size();
      track.held(
          new Hold(
              strand.task(),
              from,
              use.endNanos(),
              others,
              use.pinned(),
              watch.placeSince(use.startNanos())));
    }
  }
}
