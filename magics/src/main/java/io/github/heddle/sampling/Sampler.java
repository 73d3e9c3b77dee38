package io.github.heddle.sampling;

import io.github.heddle.scope.Scope;
import io.github.heddle.scope.Undisturbed;
import io.github.heddle.trace.Look;
import io.github.heddle.trace.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Looks at the workers of a run again and again, on a daemon thread `heddle-sampler` that belongs
/// to no scope, from [#start] to [#finish].
public final class Sampler {
  private static final long BETWEEN_MACHINE_READINGS = 200_000_000;

  /// Found before the first run begins.
  private static final Optional<ShortTurns> SHORT_TURNS = ShortTurns.available();

  /// Of all workers together.
  private static final int MOST_LOOKS = 32_000;

  private final Thread thread;
  private final List<ThreadProbe> probes;
  private final int lanes;
  private final Optional<Helping> helping;
  private final CoreLimits limits;
  private final Runnable glance;
  private final Queue<FoundDeadlock> deadlocks = new ConcurrentLinkedQueue<>();
  private final Queue<Joining> late = new ConcurrentLinkedQueue<>();
  private final List<ProcessCores> starting = new CopyOnWriteArrayList<>();
  private final CountDownLatch ready = new CountDownLatch(1);
  private final Pace pace;
  private final LockSampling locks = new LockSampling();
  private final Onlooker onlooker;
  private final List<WatchedThread> watched = new CopyOnWriteArrayList<>();

  /// Held while a row is added, or while those that there are are copied.
  private final Object rows = new Object();

  private volatile boolean finished;

  /// CPU time of the sampler's thread until its last round, and of all that samples when the first
  /// task was submitted.
  private volatile long spent;

  private volatile long spentBefore;
  private volatile OptionalLong throttledBefore = OptionalLong.empty();
  private volatile boolean machineDue;
  private volatile Optional<Supplier<Samples>> soFar = Optional.empty();
  private volatile Optional<Samples> samples = Optional.empty();

  private Sampler(
      List<ThreadProbe> probes,
      int lanes,
      Optional<Helping> helping,
      CoreLimits limits,
      Runnable glance,
      Supplier<List<Watched>> others) {
    this.probes = new CopyOnWriteArrayList<>(probes);
    this.lanes = lanes;
    this.helping = helping;
    this.limits = limits;
    this.glance = glance;
    this.onlooker = new Onlooker(others);
    probes.forEach(this::lookAt);
    this.pace = new Pace(limits.usable().count());
    this.thread = Scope.outside("heddle-sampler", this::run);
  }

  /// Starts sampling and returns when the first sample was taken.
  ///
  /// @param probes one for each lane, in order
  public static Sampler start(List<ThreadProbe> probes, CoreLimits limits) {
    return start(probes, limits, () -> {}, List::of);
  }

  /// The same with something more to be looked at with every sample, quickly.
  ///
  /// @param watched at whose stacks to look beside those of the workers; asked again and again
  public static Sampler start(
      List<ThreadProbe> probes,
      CoreLimits limits,
      Runnable glance,
      Supplier<List<Watched>> watched) {
    return start(new Sampler(probes, probes.size(), Optional.empty(), limits, glance, watched));
  }

  /// The same with a look at threads that are no workers.
  public static Sampler start(
      List<ThreadProbe> probes,
      CoreLimits limits,
      Runnable glance,
      Supplier<List<Watched>> watched,
      Helping helping) {
    return start(new Sampler(probes, probes.size(), Optional.of(helping), limits, glance, watched));
  }

  /// The same with room for workers that come later, and with a look at threads that are no
  /// workers.
  ///
  /// @param lanes how many lanes there may be in all
  /// @param run the scope of the workers and of all that their tasks start
  public static Sampler start(List<ThreadProbe> probes, int lanes, Scope run, CoreLimits limits) {
    return start(
        new Sampler(probes, lanes, Optional.of(Helping.in(run)), limits, () -> {}, List::of));
  }

  private static Sampler start(Sampler sampler) {
    sampler.thread.start();
    Undisturbed.run(sampler.ready::await);
    return sampler;
  }

  /// What was sampled until now. Any thread may ask, between [#start] and [#finish].
  public Samples soFar() {
    synchronized (rows) {
      return soFar.orElseThrow(() -> new IllegalStateException("the sampler died")).get().copy();
    }
  }

  /// A worker takes the next lane. Called by one thread.
  public void add(ThreadProbe probe) {
    if (probes.size() == lanes) {
      throw new IllegalStateException("no lane left");
    }
    probes.add(probe);
    lookAt(probe);
  }

  private void lookAt(ThreadProbe probe) {
    WatchedThread worker = new WatchedThread(probe, probe::task, MOST_LOOKS / lanes);
    watched.add(worker);
    onlooker.watch(worker);
  }

  private Map<Integer, List<Look>> looks() {
    return IntStream.range(0, watched.size())
        .boxed()
        .collect(Collectors.toMap(lane -> lane, lane -> watched.get(lane).looks()));
  }

  /// A deadlock that was found and not asked for yet.
  public Optional<FoundDeadlock> deadlock() {
    return Optional.ofNullable(deadlocks.poll());
  }

  /// One more thread that works for the run: the cores it uses are the run's. Any thread may call
  /// it.
  public void watch(Joining joining) {
    late.add(joining);
    onlooker.watch(joining.watched());
  }

  /// A process is started for the run: the cores it uses are the run's. Any thread may call it.
  public void watch(ProcessCores process) {
    starting.add(process);
  }

  /// The first task is submitted now, later than sampling began: what sampling takes, and throttled
  /// time, count from here, and the machine is looked at.
  public void submitted() {
    spentBefore = spent + onlooker.cpuNanos();
    throttledBefore = limits.throttledNanos();
    machineDue = true;
    LockSupport.unpark(thread);
  }

  /// Takes a last sample and ends the thread.
  public Samples finish() {
    finished = true;
    LockSupport.unpark(thread);
    Undisturbed.run(thread::join);
    return samples.orElseThrow(() -> new IllegalStateException("the sampler died"));
  }

  private void run() {
    SHORT_TURNS.ifPresent(ShortTurns::ask);
    try (CoreSampling cores = new CoreSampling(limits.cores());
        WorkerSampling workers = new WorkerSampling(probes, lanes, late, cores, locks);
        HelperSampling helpers = new HelperSampling(helping, probes, cores, locks, onlooker);
        MemorySampling memory = MemorySampling.withCollections()) {
      throttledBefore = limits.throttledNanos();
      cores.addMachine(System.nanoTime());
      memory.sample(System.nanoTime());
      helpers.rehearse();
      if (probes.size() > 1) {
        locks.rehearse();
      }
      onlooker.start();
      helpers.sample(System.nanoTime());
      workers.sample(System.nanoTime());
      spent = cpuNanos();
      spentBefore = spent;
      Function<OptionalLong, Samples> all =
          samplerNanos ->
              new Samples(
                  workers.series(),
                  cores.cores(),
                  pace.interval(),
                  workers.readyKnown(),
                  memory.peakBytes(),
                  since(throttledBefore, limits.throttledNanos()),
                  samplerNanos,
                  locks.lockWaits(),
                  locks.deadlock(),
                  helpers.uses(),
                  memory.readings(),
                  looks());
      soFar = Optional.of(() -> all.apply(OptionalLong.empty()));
      ready.countDown();
      new Rounds(cores, workers, helpers, memory).untilFinished();
      memory.sample(System.nanoTime());
      onlooker.close();
      samples =
          Optional.of(all.apply(OptionalLong.of(cpuNanos() + onlooker.cpuNanos() - spentBefore)));
    } finally {
      onlooker.close();
      ready.countDown();
    }
  }

  /// All that is looked at, again and again. A method that is called for every sample, unlike a
  /// loop, is compiled after some hundred of them.
  private final class Rounds {
    private final CoreSampling cores;
    private final WorkerSampling workers;
    private final HelperSampling helpers;
    private final MemorySampling memory;
    private final long start = System.nanoTime();
    private final Beat beat = new Beat(start, TimerSlack.ask(Pace.SLACK));
    private long machineAt = start;
    private long cpu = cpuNanos();

    Rounds(
        CoreSampling cores, WorkerSampling workers, HelperSampling helpers, MemorySampling memory) {
      this.cores = cores;
      this.workers = workers;
      this.helpers = helpers;
      this.memory = memory;
    }

    void untilFinished() {
      boolean last = false;
      while (!last) {
        last = next();
      }
    }

    /// @return whether it was the last
    private boolean next() {
      long before = System.nanoTime();
      long interval = pace.next(before - start, workers.threads() + helpers.threads());
      LockSupport.parkNanos(beat.pause(before, interval));
      boolean last = finished;
      long now = System.nanoTime();
      synchronized (rows) {
        sample(now, last);
      }
      memory.sampleWhenDue(now);
      glance.run();
      long cpuNow = cpuNanos();
      pace.sampled(cpuNow - cpu);
      cpu = cpuNow;
      spent = cpuNow;
      return last;
    }

    private void sample(long now, boolean last) {
      helpers.sample(now);
      starting.removeIf(process -> process.tell(cores));
      if (workers.sample(now)) {
        pace.halve();
      }
      locks.sample(now).ifPresent(deadlocks::add);
      if (last || machineDue || now - machineAt >= BETWEEN_MACHINE_READINGS) {
        machineDue = false;
        cores.addMachine(now);
        machineAt = now;
      }
    }
  }

  private static long cpuNanos() {
    return ThreadMeter.threads().getCurrentThreadCpuTime();
  }

  private static OptionalLong since(OptionalLong before, OptionalLong after) {
    return before.isPresent() && after.isPresent()
        ? OptionalLong.of(after.getAsLong() - before.getAsLong())
        : OptionalLong.empty();
  }
}
