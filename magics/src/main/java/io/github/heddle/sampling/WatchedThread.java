package io.github.heddle.sampling;

import io.github.heddle.trace.Look;
import io.github.heddle.trace.LookLog;
import io.github.heddle.trace.State;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A platform thread that works for tasks. As long as it uses no CPU time it has not moved, so a
/// wait is looked at once, however long it lasts.
final class WatchedThread implements Watched {
  private final ThreadProbe probe;
  private final Supplier<OptionalInt> task;
  private final LookLog log;
  private final long originNanos;
  private @Nullable Pose last;
  private @Nullable Pose waited;

  /// How often it was found not to have run since it was asked before.
  private int idleRounds;

  /// @param task the task it works for now
  /// @param mostLooks how many looks are kept at most
  WatchedThread(ThreadProbe probe, Supplier<OptionalInt> task, int mostLooks) {
    this(probe, task, new LookLog(mostLooks), 0);
  }

  /// @param log where looks are kept
  /// @param originNanos from when their times count, by `System.nanoTime`
  WatchedThread(ThreadProbe probe, Supplier<OptionalInt> task, LookLog log, long originNanos) {
    this.probe = probe;
    this.task = task;
    this.log = log;
    this.originNanos = originNanos;
  }

  @Override
  public Optional<Pose> pose() {
    return pose(task.get());
  }

  /// The same of a thread that works for that task now; empty where that is none.
  Optional<Pose> pose(OptionalInt now) {
    if (now.isEmpty() || probe.lastCpuNanos().isPresent()) {
      return Optional.empty();
    }
    long cpu = ThreadMeter.threads().getThreadCpuTime(probe.threadId());
    return cpu < 0
        ? Optional.empty()
        : Optional.of(new Pose(probe.thread(), now.getAsInt(), state(), cpu));
  }

  private State state() {
    return switch (probe.doing()) {
      case RUNNING -> State.RUNNING;
      case WAITING -> State.WAITING;
      case LOCKED -> State.LOCKED;
    };
  }

  @Override
  public boolean wants(Pose pose, long nanos) {
    idleRounds = last != null && last.stillIn(pose) ? idleRounds + 1 : 0;
    last = pose;
    if (waited != null && waited.stillIn(pose)) {
      log.extend(nanos - originNanos);
      return false;
    }
    waited = null;
    return log.wants(nanos - originNanos);
  }

  @Override
  public Answer answer(Pose pose) {
    if (pose.state() != State.RUNNING) {
      return Answer.WAITING;
    }
    if (OnCore.since(probe.threadId(), pose.stay())) {
      return Answer.COMPUTING;
    }
    return sleepsInCall() ? Answer.WAITING : Answer.LATE;
  }

  /// A thread that has not run for long is in a system call, or does not get a core. The system is
  /// asked which, but more and more seldom.
  private boolean sleepsInCall() {
    return Integer.bitCount(idleRounds) == 1 && probe.sleeps();
  }

  /// To the JVM, a thread in a system call runs: it waits there if it uses no CPU time meanwhile.
  @Override
  public Optional<State> state(Pose before, Pose after, StackTraceElement innermost, long nanos) {
    if (before.stillIn(after) && before.state() != State.RUNNING) {
      return Optional.of(before.state());
    }
    boolean computes = before.computesAt(after);
    if (!computes || SystemCalls.parks(innermost)) {
      return Optional.empty();
    }
    if (!SystemCalls.mayWait(innermost)) {
      return Optional.of(State.RUNNING);
    }
    long ran = after.stay() - before.stay();
    return ran == 0
        ? Optional.of(State.WAITING)
        : Optional.of(State.RUNNING).filter(_ -> 2 * ran >= nanos);
  }

  @Override
  public void saw(Look look, Pose pose) {
    boolean kept = log.add(look.shifted(-originNanos));
    waited = kept && !look.computed() ? pose : null;
  }

  @Override
  public boolean over() {
    return probe.lastCpuNanos().isPresent() || !probe.thread().isAlive();
  }

  /// What was seen until now.
  List<Look> looks() {
    return log.looks();
  }

  /// Takes away what was seen.
  List<Look> take() {
    return log.take();
  }
}
