package io.github.heddle.model;

import io.github.heddle.sampling.OnCore;
import io.github.heddle.sampling.Pose;
import io.github.heddle.sampling.Watched;
import io.github.heddle.trace.Look;
import io.github.heddle.trace.LookLog;
import io.github.heddle.trace.State;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The thread of a task that is mounted on a carrier, for looks at its stack. The carrier says what
/// is mounted, another thread looks: what it sees between two mounts' ends belongs to that mount.
final class WatchedMount implements Watched {
  /// Shorter mounts can hardly be seen in a picture.
  private static final long SHORT = 1_000_000;

  private final Agenda agenda;
  private final LookLog log;
  private volatile @Nullable Mounted mounted;
  private @Nullable Mounted posed;

  private record Mounted(long sinceNanos, Ready ready, long carrier) {
    private Strand strand() {
      return ready.strand();
    }
  }

  /// @param log where looks are kept
  WatchedMount(Agenda agenda, LookLog log) {
    this.agenda = agenda;
    this.log = log;
  }

  /// The task's own thread, or one that it started, is mounted on the calling thread.
  void mounted(long nanos, Ready ready) {
    mounted = new Mounted(nanos, ready, Thread.currentThread().threadId());
  }

  /// By the carrier.
  void unmounted() {
    mounted = null;
  }

  @Override
  public Optional<Pose> pose() {
    Mounted now = mounted;
    posed = now;
    return Optional.ofNullable(now)
        .flatMap(m ->
            m.ready
                .thread()
                .map(thread -> new Pose(thread, m.strand().task(), State.RUNNING, m.sinceNanos)));
  }

  @Override
  public boolean wants(Pose pose, long nanos) {
    long at = agenda.at(nanos);
    return at - pose.stay() >= SHORT && log.wants(at);
  }

  @Override
  public Answer answer(Pose pose) {
    Mounted now = mounted;
    return now != null && OnCore.now(now.carrier) ? Answer.COMPUTING : Answer.LATE;
  }

  @Override
  public Optional<State> state(Pose before, Pose after, StackTraceElement innermost, long nanos) {
    return Optional.of(before.state()).filter(_ -> before.stillIn(after));
  }

  @Override
  public void saw(Look look, Pose pose) {
    Look seen = look.shifted(agenda.at(0));
    var _ = log.add(seen);
    if (posed != null) {
      posed.strand().track().looks().ifPresent(own -> own.add(seen));
    }
  }

  @Override
  public boolean over() {
    return false;
  }
}
