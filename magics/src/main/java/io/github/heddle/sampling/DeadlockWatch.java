package io.github.heddle.sampling;

import com.sun.management.ThreadMXBean;
import io.github.heddle.sampling.FoundDeadlock.Member;
import io.github.heddle.trace.Deadlock;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds threads of a run that wait for each other in a circle. The JVM is asked only while a
/// thread has waited for a lock for long. Used by the sampler's thread only.
final class DeadlockWatch {
  /// A thread that waits for a lock for less is not suspicious.
  private static final long SUSPICIOUS = 300_000_000;

  /// To ask stops all threads for some milliseconds at most.
  private static final long BETWEEN_QUESTIONS = 200_000_000;

  private final ThreadMXBean threads = ThreadMeter.threads();
  private final Map<Long, Long> waitingSince = new HashMap<>();
  private final Set<Long> found = new HashSet<>();
  private long askedAt;

  /// Looks whether those that wait wait for ever.
  ///
  /// @param known threads of this run, by number
  /// @param locked those of them that wait for locks now
  Optional<FoundDeadlock> sample(long nowNanos, Map<Long, ThreadProbe> known, Set<Long> locked) {
    waitingSince.keySet().retainAll(locked);
    locked.forEach(id -> waitingSince.putIfAbsent(id, nowNanos));
    if (!suspicious(nowNanos) || nowNanos - askedAt < BETWEEN_QUESTIONS) {
      return Optional.empty();
    }
    askedAt = nowNanos;
    return circle(known)
        .map(circle -> {
          circle.forEach(info -> found.add(info.getThreadId()));
          return described(circle, known, nowNanos);
        });
  }

  /// No thread of the run waits for a lock.
  void nobodyWaits() {
    waitingSince.clear();
  }

  private boolean suspicious(long now) {
    for (Map.Entry<Long, Long> each : waitingSince.entrySet()) {
      if (now - each.getValue() > SUSPICIOUS && !found.contains(each.getKey())) {
        return true;
      }
    }
    return false;
  }

  /// A circle that lies within this run and was not found before.
  private Optional<List<ThreadInfo>> circle(Map<Long, ThreadProbe> known) {
    long[] ids = threads.findDeadlockedThreads();
    if (ids == null) {
      return Optional.empty();
    }
    Map<Long, ThreadInfo> waiting =
        Stream.of(threads.getThreadInfo(ids, Places.DEPTH))
            .filter(Objects::nonNull)
            .filter(info -> known.containsKey(info.getThreadId()))
            .filter(info -> !found.contains(info.getThreadId()))
            .collect(Collectors.toMap(ThreadInfo::getThreadId, info -> info));
    return waiting.values().stream().flatMap(info -> from(info, waiting).stream()).findFirst();
  }

  /// Follows the holders until it is back where it began.
  private static Optional<List<ThreadInfo>> from(ThreadInfo first, Map<Long, ThreadInfo> waiting) {
    List<ThreadInfo> circle = new ArrayList<>(List.of(first));
    ThreadInfo next = waiting.get(first.getLockOwnerId());
    while (next != null && !circle.contains(next)) {
      circle.add(next);
      next = waiting.get(next.getLockOwnerId());
    }
    return next != null && next.equals(first) ? Optional.of(circle) : Optional.empty();
  }

  private static FoundDeadlock described(
      List<ThreadInfo> found, Map<Long, ThreadProbe> known, long nowNanos) {
    List<Deadlock.Party> parties = new ArrayList<>();
    List<Member> members = new ArrayList<>();
    for (ThreadInfo info : lowestTaskFirst(found, known)) {
      ThreadProbe thread = Objects.requireNonNull(known.get(info.getThreadId()));
      parties.add(party(info, thread));
      members.add(member(info, thread));
    }
    return new FoundDeadlock(new Deadlock(parties, nowNanos), members);
  }

  private static List<ThreadInfo> lowestTaskFirst(
      List<ThreadInfo> circle, Map<Long, ThreadProbe> known) {
    int lowest = 0;
    for (int i = 1; i < circle.size(); i++) {
      lowest = task(circle.get(i), known) < task(circle.get(lowest), known) ? i : lowest;
    }
    List<ThreadInfo> turned = new ArrayList<>(circle.subList(lowest, circle.size()));
    turned.addAll(circle.subList(0, lowest));
    return turned;
  }

  private static int task(ThreadInfo info, Map<Long, ThreadProbe> known) {
    ThreadProbe thread = known.get(info.getThreadId());
    return thread == null ? Integer.MAX_VALUE : thread.task().orElse(Integer.MAX_VALUE);
  }

  private static Deadlock.Party party(ThreadInfo info, ThreadProbe thread) {
    return new Deadlock.Party(
        info.getThreadName(),
        thread.task(),
        LockName.of(info.getLockInfo()),
        Places.of(info.getStackTrace()));
  }

  private static Member member(ThreadInfo info, ThreadProbe thread) {
    return new Member(
        thread.thread(),
        thread.task(),
        List.of(info.getStackTrace()),
        LockSupport.getBlocker(thread.thread()) instanceof AbstractOwnableSynchronizer lock
            ? Optional.of(lock)
            : Optional.empty());
  }
}
