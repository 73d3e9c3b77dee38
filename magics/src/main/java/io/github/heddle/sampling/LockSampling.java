package io.github.heddle.sampling;

import com.sun.management.ThreadMXBean;
import io.github.heddle.trace.Deadlock;
import io.github.heddle.trace.LockWait;
import java.lang.management.LockInfo;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/// Finds out for which locks tasks wait, where, and who holds them. The JVM is asked for the lock
/// of every thread that was seen waiting, some microseconds; for stacks, which stop all threads for
/// about a tenth of a millisecond, only now and then. Used by the sampler's thread only.
final class LockSampling {
  private static final int MOST_TALLIES = 2_000;
  private static final int MOST_WAITS = 200;
  private static final int MOST_LOOKED_AT = 64;

  /// Stacks may take this share of the run's time.
  private static final int SHARE = 200;

  /// Whatever a look costs, the next is no later than this for each thread that was looked at: the
  /// first looks in a JVM cost it some tens of milliseconds.
  private static final long LONGEST_PAUSE_PER_THREAD = 20_000_000;

  /// In one wait the holder moves on: so often its place is looked up again.
  private static final long BETWEEN_LOOKS = 20_000_000;

  private final ThreadMXBean threads = ThreadMeter.threads();
  private final Map<Long, ThreadProbe> known = new HashMap<>();
  private final Map<Long, LockSight> sights = new HashMap<>();
  private final Map<Long, Long> lookedAt = new HashMap<>();
  private final Map<Tallied, LockTally> tallies = new HashMap<>();
  private final List<Waiter> waiters = new ArrayList<>();
  private final RecentCosts looks = new RecentCosts();
  private final DeadlockWatch deadlocks = new DeadlockWatch();
  private Optional<Deadlock> deadlock = Optional.empty();
  private long nextLook = Long.MIN_VALUE;

  private record Tallied(int task, String lock) {}

  private record Waiter(ThreadProbe thread, long nanos, boolean stillWaits) {}

  /// Does once what is done for a thread that waits, with the calling thread in its place, and
  /// forgets it: the first time costs the JVM some tens of milliseconds, in which nothing would be
  /// seen. Called before anything else.
  void rehearse() {
    Thread self = Thread.currentThread();
    long now = System.nanoTime();
    ThreadProbe probe = new ThreadProbe(self, Optional.empty(), TaskUnderway.of(OptionalInt.of(0)));
    know(probe);
    waited(probe, 1, true);
    sample(now);
    Map<Long, LockSight> seen = new HashMap<>();
    seen.put(self.threadId(), sightOfItself(self));
    look(now, seen);
    tally(new Waiter(probe, 1, false), seen);
    known.clear();
    tallies.clear();
    lookedAt.clear();
    deadlocks.nobodyWaits();
    nextLook = Long.MIN_VALUE;
  }

  private static LockSight sightOfItself(Thread self) {
    return new LockSight(
        0,
        LockName.of(new LockInfo(Object.class.getName(), 0)),
        self.threadId(),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty());
  }

  /// A thread that works for tasks of this run: it may wait for locks, or hold them.
  void know(ThreadProbe thread) {
    known.put(thread.threadId(), thread);
  }

  /// The thread was found waiting for a lock, or had waited for one since the last sample.
  ///
  /// @param nanos how long since the last sample
  void waited(ThreadProbe thread, long nanos, boolean stillWaits) {
    if (nanos > 0 || stillWaits) {
      waiters.add(new Waiter(thread, nanos, stillWaits));
    }
  }

  /// Looks at the threads that were found waiting.
  ///
  /// @return a deadlock among them that was not found before
  Optional<FoundDeadlock> sample(long nowNanos) {
    if (waiters.isEmpty()) {
      deadlocks.nobodyWaits();
      return Optional.empty();
    }
    Set<Long> waiting = new HashSet<>();
    for (Waiter waiter : waiters) {
      if (waiter.stillWaits) {
        waiting.add(waiter.thread.threadId());
      }
    }
    Map<Long, LockSight> seen = sights(waiting, nowNanos);
    waiters.forEach(waiter -> tally(waiter, seen));
    waiters.clear();
    Optional<FoundDeadlock> found = deadlocks.sample(nowNanos, known, waiting);
    deadlock = deadlock.or(() -> found.map(FoundDeadlock::deadlock));
    return found;
  }

  /// The first deadlock that was found.
  Optional<Deadlock> deadlock() {
    return deadlock;
  }

  private Map<Long, LockSight> sights(Set<Long> waiting, long now) {
    long[] ids = waiting.stream().mapToLong(Long::longValue).toArray();
    Map<Long, LockSight> seen = new HashMap<>();
    for (ThreadInfo info : present(ids, 0)) {
      sight(info).ifPresent(sight -> seen.put(info.getThreadId(), continued(info, sight)));
    }
    look(now, seen);
    sights.putAll(seen);
    return seen;
  }

  private List<ThreadInfo> present(long[] ids, int depth) {
    return ids.length == 0
        ? List.of()
        : Stream.of(threads.getThreadInfo(ids, depth)).filter(Objects::nonNull).toList();
  }

  private Optional<LockSight> sight(ThreadInfo info) {
    LockInfo lock = info.getLockInfo();
    ThreadProbe thread = known.get(info.getThreadId());
    OptionalInt task = thread == null ? OptionalInt.empty() : thread.task();
    return lock == null || task.isEmpty() || info.getLockOwnerId() < 0
        ? Optional.empty()
        : Optional.of(
            new LockSight(
                task.getAsInt(),
                LockName.of(lock),
                info.getLockOwnerId(),
                Optional.empty(),
                holder(info),
                Optional.empty()));
  }

  private OptionalInt holder(ThreadInfo info) {
    ThreadProbe holder = known.get(info.getLockOwnerId());
    return holder == null ? OptionalInt.empty() : holder.task();
  }

  private LockSight continued(ThreadInfo info, LockSight sight) {
    LockSight earlier = sights.get(info.getThreadId());
    return earlier != null && sight.continues(earlier) ? sight.withPlacesOf(earlier) : sight;
  }

  /// Looks up the places of waits that are new, or were looked at long ago, as far as time allows.
  private void look(long now, Map<Long, LockSight> seen) {
    List<Long> due = new ArrayList<>();
    for (Map.Entry<Long, LockSight> each : seen.entrySet()) {
      if (due.size() < MOST_LOOKED_AT && due(each.getKey(), each.getValue(), now)) {
        due.add(each.getKey());
      }
    }
    if (due.isEmpty() || now < nextLook) {
      return;
    }
    long before = System.nanoTime();
    long[] ids =
        Stream.concat(
                due.stream(),
                seen.entrySet().stream()
                    .filter(each -> due.contains(each.getKey()))
                    .map(each -> each.getValue().ownerId()))
            .mapToLong(Long::longValue)
            .distinct()
            .toArray();
    Map<Long, ThreadInfo> stacks = new HashMap<>();
    present(ids, Places.DEPTH).forEach(info -> stacks.put(info.getThreadId(), info));
    due.forEach(id -> seen.computeIfPresent(id, (_, sight) -> placed(id, sight, stacks)));
    due.forEach(id -> lookedAt.put(id, now));
    looks.add(System.nanoTime() - before);
    nextLook = now + Math.min(SHARE * looks.cheapest(), ids.length * LONGEST_PAUSE_PER_THREAD);
  }

  private boolean due(long id, LockSight sight, long now) {
    return sight.place().isEmpty() || now - lookedAt.getOrDefault(id, 0L) > BETWEEN_LOOKS;
  }

  /// Only where the thread still waits for the same: its stack was taken a little later.
  private static LockSight placed(long id, LockSight sight, Map<Long, ThreadInfo> stacks) {
    ThreadInfo waiter = stacks.get(id);
    ThreadInfo owner = stacks.get(sight.ownerId());
    if (waiter == null || waiter.getLockOwnerId() != sight.ownerId()) {
      return sight;
    }
    return new LockSight(
        sight.task(),
        sight.lock(),
        sight.ownerId(),
        Places.of(waiter.getStackTrace()),
        sight.holder(),
        owner == null ? Optional.empty() : Places.of(owner.getStackTrace()));
  }

  /// Time until now belongs to what the thread waits for now, or did at the sample before.
  private void tally(Waiter waiter, Map<Long, LockSight> seen) {
    long id = waiter.thread.threadId();
    LockSight sight = seen.getOrDefault(id, sights.get(id));
    if (sight != null && waiter.nanos > 0) {
      tallies
          .computeIfAbsent(
              new Tallied(sight.task(), sight.lock()), key -> new LockTally(key.task, key.lock))
          .add(sight, waiter.nanos);
      if (tallies.size() > MOST_TALLIES) {
        dropShortest();
      }
    }
    if (!waiter.stillWaits) {
      sights.remove(id);
    }
  }

  private void dropShortest() {
    List<Tallied> shortest =
        tallies.entrySet().stream()
            .sorted(Comparator.comparingLong(entry -> entry.getValue().nanos()))
            .limit(MOST_TALLIES / 2)
            .map(Map.Entry::getKey)
            .toList();
    shortest.forEach(tallies::remove);
  }

  /// The waits seen until now, the longest in all first.
  List<LockWait> lockWaits() {
    return tallies.values().stream()
        .sorted(Comparator.comparingLong(LockTally::nanos).reversed())
        .limit(MOST_WAITS)
        .map(LockTally::lockWait)
        .toList();
  }
}
