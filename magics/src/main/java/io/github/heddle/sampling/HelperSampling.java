package io.github.heddle.sampling;

import com.sun.management.ThreadMXBean;
import io.github.heddle.trace.HelperUse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/// Finds and samples threads that are no workers but work for tasks: those that tasks started, each
/// known to belong to its task from its birth, and those of the common pool and the carriers of
/// virtual threads, which all tasks share. The latter work for a task for sure while no other is
/// under way; otherwise that may be told by what they do. A thread that begins and ends between two
/// samples is not seen. Used by the sampler's thread only.
final class HelperSampling implements AutoCloseable {
  private static final int MOST = 1_000;

  /// How often threads that were found are looked for among those of the operating system.
  private static final int SEARCHES = 5;

  /// For threads that are started while threads are listed.
  private static final int ROOM = 64;

  private final ThreadMXBean threads = ThreadMeter.threads();
  private final PoolTasks pool = new PoolTasks();
  private final Optional<CarrierTasks> carriers;
  private final NativeThreads natives = new NativeThreads();
  private final Set<Long> seen = new HashSet<>();
  private final List<HelperTrack> tracks = new ArrayList<>();
  private final List<HelperTrack> alive = new ArrayList<>();
  private final Optional<Helping> run;
  private final List<ThreadProbe> workers;
  private final CoreSampling cores;
  private final LockSampling waits;
  private final Onlooker onlooker;
  private OptionalInt sole = OptionalInt.empty();
  private boolean poolSeen;
  private long started;
  private int searches;
  private long lastNanos;

  /// @param run tells which threads work for it; without that, nothing is looked for
  /// @param onlooker looks at the stacks of those that are found
  HelperSampling(
      Optional<Helping> run,
      List<ThreadProbe> workers,
      CoreSampling cores,
      LockSampling waits,
      Onlooker onlooker) {
    this.onlooker = onlooker;
    this.run = run;
    this.carriers = run.flatMap(CarrierTasks::of);
    this.workers = workers;
    this.cores = cores;
    this.waits = waits;
  }

  /// Does what is done for every thread that is found, once in this JVM: the first time it costs
  /// some tens of milliseconds, and threads of a task may have ended after that. Called before the
  /// first sample.
  void rehearse() {
    if (run.isPresent()) {
      Rehearsal.once();
    }
  }

  /// Happens when the class is initialised, with the thread in the place of one that is found.
  private static final class Rehearsal {
    static {
      CoreSampling cores = new CoreSampling(Set.of());
      new HelperSampling(Optional.empty(), List.of(), cores, new LockSampling(), new Onlooker())
          .findItself();
      cores.close();
    }

    static void once() {
      // has happened
    }
  }

  private void findItself() {
    Thread self = Thread.currentThread();
    natives.read(allThreads());
    TaskUnderway none =
        TaskUnderway.of(
            BirthTask.reader().map(reader -> reader.of(self)).orElse(OptionalInt.empty()));
    ThreadProbe probe = new ThreadProbe(self, natives.directory(self), none);
    HelperTrack track = new HelperTrack(probe, false, 0, cores, waits);
    track.begin(System.nanoTime());
    track.sample(System.nanoTime(), threads.getThreadCpuTime(probe.threadId()), sole());
    track.close();
  }

  /// Looks at all of them. The first time before any task begins.
  void sample(long nowNanos) {
    run.ifPresent(helping -> sample(helping, nowNanos));
  }

  private void sample(Helping helping, long nowNanos) {
    boolean first = lastNanos == 0;
    OptionalInt soleNow = sole();
    OptionalInt soleSince = soleNow.equals(sole) ? sole : OptionalInt.empty();
    sole = soleNow;
    long startedNow = threads.getTotalStartedThreadCount();
    if (startedNow != started) {
      started = startedNow;
      find(helping, first ? nowNanos : lastNanos, first);
      searches = SEARCHES;
    }
    search();
    lookAtPool();
    if (!first) {
      measure(nowNanos, soleSince);
    }
    lastNanos = nowNanos;
  }

  /// The task under way where there is only one; a worker that has none has none before or after.
  private OptionalInt sole() {
    OptionalInt task = OptionalInt.empty();
    for (ThreadProbe worker : workers) {
      OptionalInt its = worker.task();
      if (its.isPresent()) {
        if (task.isPresent()) {
          return OptionalInt.empty();
        }
        task = its;
      }
    }
    return task;
  }

  /// A thread gets its name from the JVM only a little after its start.
  private void search() {
    if (searches > 0) {
      searches--;
      List<HelperTrack> lost = alive.stream().filter(HelperTrack::lost).toList();
      if (!lost.isEmpty()) {
        natives.read(allThreads());
        lost.forEach(track -> natives.directory(track.thread()).ifPresent(track::locate));
      }
    }
  }

  private void find(Helping helping, long since, boolean first) {
    workers.forEach(worker -> seen.add(worker.threadId()));
    List<Thread> all = allThreads();
    List<Thread> found =
        all.stream()
            .filter(thread -> !seen.contains(thread.threadId()))
            .filter(thread -> shared(thread, helping) || helping.helps(thread))
            .limit(Math.max(0, MOST - tracks.size()))
            .toList();
    found.forEach(thread -> add(thread, helping, since, first));
  }

  /// The sampler itself belongs to the outermost group.
  private static List<Thread> allThreads() {
    ThreadGroup outermost = Thread.currentThread().getThreadGroup();
    Thread[] all = new Thread[outermost.activeCount() + ROOM];
    return List.of(Arrays.copyOf(all, outermost.enumerate(all)));
  }

  private void add(Thread thread, Helping helping, long since, boolean first) {
    seen.add(thread.threadId());
    poolSeen |= ofCommonPool(thread);
    boolean shared = shared(thread, helping);
    OptionalInt task = shared ? OptionalInt.empty() : helping.task(thread);
    ThreadProbe probe = new ThreadProbe(thread, Optional.empty(), TaskUnderway.of(task));
    long before = first ? Math.max(0, threads.getThreadCpuTime(thread.threadId())) : 0;
    HelperTrack track = new HelperTrack(probe, shared, before, cores, waits);
    track.begin(since);
    tracks.add(track);
    alive.add(track);
    waits.know(probe);
    onlooker.watch(watched(track));
  }

  private Watched watched(HelperTrack track) {
    return carriers
        .filter(_ -> CarrierMounts.carries(track.thread()))
        .<Watched>map(tasks ->
            new WatchedCarrier((ForkJoinWorkerThread) track.thread(), track.watched(), tasks))
        .orElseGet(track::watched);
  }

  private static boolean shared(Thread thread, Helping helping) {
    return ofCommonPool(thread) || (helping.sharesCarriers() && CarrierMounts.carries(thread));
  }

  private static boolean ofCommonPool(Thread thread) {
    return thread instanceof ForkJoinWorkerThread worker
        && ForkJoinPool.commonPool().equals(worker.getPool());
  }

  private void measure(long nowNanos, OptionalInt soleTask) {
    if (alive.isEmpty()) {
      return;
    }
    long[] ids = new long[alive.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = alive.get(i).threadId();
    }
    long[] cpus = threads.getThreadCpuTime(ids);
    for (int i = 0; i < cpus.length; i++) {
      HelperTrack track = alive.get(i);
      if (cpus[i] >= 0) {
        track.sample(nowNanos, cpus[i], task(track, soleTask));
      }
    }
    alive.removeIf(track -> !track.alive());
  }

  /// For whom a thread worked since the last sample.
  private OptionalInt task(HelperTrack track, OptionalInt soleTask) {
    if (carriers.isPresent() && CarrierMounts.carries(track.thread())) {
      return carriers.get().since((ForkJoinWorkerThread) track.thread(), soleTask);
    }
    return soleTask.isPresent() ? soleTask : taskInPool(track);
  }

  /// Looks at the common pool with every sample, that the next has something to compare with.
  private void lookAtPool() {
    if (!poolSeen) {
      return;
    }
    pool.begin();
    for (ThreadProbe worker : workers) {
      worker.task().ifPresent(task -> pool.submits(worker.thread(), task));
    }
    for (HelperTrack track : alive) {
      track.task().ifPresent(task -> pool.submits(track.thread(), task));
    }
    alive.forEach(this::taskInPool);
  }

  private OptionalInt taskInPool(HelperTrack track) {
    return track.thread() instanceof ForkJoinWorkerThread worker && ofCommonPool(worker)
        ? pool.since(worker)
        : OptionalInt.empty();
  }

  /// How many threads are looked at.
  int threads() {
    return alive.size();
  }

  /// What was sampled until now.
  List<HelperUse> uses() {
    return tracks.stream().map(HelperTrack::use).toList();
  }

  @Override
  public void close() {
    tracks.forEach(HelperTrack::close);
  }
}
