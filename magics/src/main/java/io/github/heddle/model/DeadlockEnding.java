package io.github.heddle.model;

import io.github.heddle.sampling.FoundDeadlock;
import io.github.heddle.sampling.FoundDeadlock.Member;
import io.github.heddle.scope.ForcedRelease;
import io.github.heddle.scope.Scope;
import io.github.heddle.task.DeadlockException;
import io.github.heddle.trace.Deadlock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Ends the tasks of a deadlock. Where a lock of `java.util.concurrent` is part of the circle it is
/// taken from its holder, and all threads of the circle come to their end. What waits for a monitor
/// cannot be reached by any means of the JVM: if there are only monitors, the threads are left
/// behind. Used by the thread that waits for the run.
final class DeadlockEnding {
  private final Tasks<?, ?> tasks;
  private final Scope run;
  private final Optional<ForcedRelease> release = ForcedRelease.available();
  private final List<Thread> freed = new ArrayList<>();

  DeadlockEnding(Tasks<?, ?> tasks, Scope run) {
    this.tasks = tasks;
    this.run = run;
  }

  /// Ends the circle.
  ///
  /// @param workers all of the run
  /// @return the workers that will take no more tasks
  List<Worker> end(FoundDeadlock found, List<Worker> workers) {
    Optional<AbstractOwnableSynchronizer> lock = releasable(found);
    String message = message(found.deadlock(), lock.isEmpty());
    for (Member member : found.members()) {
      member
          .task()
          .ifPresent(task ->
              tasks.deadlocked(
                  task,
                  new DeadlockException(
                      message, member.stack().toArray(StackTraceElement[]::new))));
    }
    Set<Thread> circle = found.members().stream().map(Member::thread).collect(Collectors.toSet());
    List<Worker> concerned =
        workers.stream().filter(worker -> concerned(worker, found, circle)).toList();
    concerned.forEach(Worker::lastTask);
    if (lock.isPresent()) {
      free(lock.get(), circle, concerned);
    } else {
      leave(circle, concerned);
    }
    return concerned;
  }

  private static boolean concerned(Worker worker, FoundDeadlock found, Set<Thread> circle) {
    return circle.contains(worker.thread())
        || found.members().stream()
            .anyMatch(member -> member.task().isPresent() && worker.performs(member.task()));
  }

  private Optional<AbstractOwnableSynchronizer> releasable(FoundDeadlock found) {
    return found.members().stream()
        .flatMap(member -> member.waitsFor().stream())
        .filter(lock -> release.isPresent() && ForcedRelease.knows(lock))
        .findFirst();
  }

  /// Whoever gets the lock meets a check, or an interrupt, and lets go of what it holds: so the
  /// circle unwinds from there.
  private void free(AbstractOwnableSynchronizer lock, Set<Thread> circle, List<Worker> concerned) {
    Set<Thread> threads = new HashSet<>(circle);
    concerned.forEach(worker -> threads.add(worker.thread()));
    freed.addAll(threads);
    run.end(threads);
    release.orElseThrow().release(lock);
  }

  private void leave(Set<Thread> circle, List<Worker> concerned) {
    List<Thread> others = new ArrayList<>();
    for (Worker worker : concerned) {
      if (circle.contains(worker.thread())) {
        worker.giveUp();
      } else {
        others.add(worker.thread());
      }
    }
    if (!others.isEmpty()) {
      run.end(others);
    }
  }

  /// Code that takes a lock and does not release it in `finally` ends with it held: others of the
  /// circle that wait for it get it. To be called again and again.
  void sweep() {
    freed.removeIf(thread -> !thread.isAlive());
    freed.stream()
        .flatMap(thread -> ForcedRelease.waitedForBy(thread).stream())
        .filter(lock -> holder(lock).filter(thread -> !thread.isAlive()).isPresent())
        .forEach(lock -> release.orElseThrow().release(lock));
  }

  private Optional<Thread> holder(AbstractOwnableSynchronizer lock) {
    return release.flatMap(each -> each.holder(lock));
  }

  private static String message(Deadlock deadlock, boolean left) {
    String circle = deadlock.inWords() + ": take locks in the same order everywhere";
    return left
        ? circle
            + "; no means of the JVM ends a thread that waits for a synchronized lock, so "
            + threads(deadlock)
            + " are left behind and hold "
            + locks(deadlock)
            + " for ever: make new lock objects before you run this again"
        : circle;
  }

  private static String threads(Deadlock deadlock) {
    return listed(deadlock.circle().stream().map(Deadlock.Party::thread));
  }

  private static String locks(Deadlock deadlock) {
    return listed(deadlock.circle().stream().map(Deadlock.Party::waitsFor).distinct());
  }

  private static String listed(Stream<String> names) {
    return names.collect(Collectors.joining(" and "));
  }
}
