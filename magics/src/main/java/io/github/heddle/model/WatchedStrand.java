package io.github.heddle.model;

import io.github.heddle.sampling.Pose;
import io.github.heddle.sampling.Watched;
import io.github.heddle.trace.Look;
import io.github.heddle.trace.LookLog;
import io.github.heddle.trace.State;
import io.github.heddle.trace.TaskTrack;
import java.util.Optional;
import java.util.OptionalLong;

/// A task that has a lane of its own, for looks at its stack while nothing of it is mounted: then
/// the stack does not move, so one look at each wait is enough.
final class WatchedStrand implements Watched {
  private static final long SHORT = 1_000_000;

  private final Agenda agenda;
  private final TaskTrack track;
  private final Thread thread;
  private final LookLog log;
  private OptionalLong seen = OptionalLong.empty();

  /// @param thread the task's own
  /// @param log where looks are kept
  WatchedStrand(Agenda agenda, TaskTrack track, Thread thread, LookLog log) {
    this.agenda = agenda;
    this.track = track;
    this.thread = thread;
    this.log = log;
  }

  @Override
  public Optional<Pose> pose() {
    synchronized (track) {
      return track.parkedSince().stream()
          .mapToObj(since -> new Pose(thread, track.task(), State.WAITING, since))
          .findFirst();
    }
  }

  @Override
  public boolean wants(Pose pose, long nanos) {
    long at = agenda.at(nanos);
    boolean isNew = seen.isEmpty() || seen.getAsLong() != pose.stay();
    return isNew && at - pose.stay() >= SHORT && log.wants(at);
  }

  @Override
  public Answer answer(Pose pose) {
    return Answer.WAITING;
  }

  @Override
  public Optional<State> state(Pose before, Pose after, StackTraceElement innermost, long nanos) {
    return Optional.of(before.state()).filter(_ -> before.stillIn(after));
  }

  @Override
  public void saw(Look look, Pose pose) {
    seen = OptionalLong.of(pose.stay());
    var _ = log.add(look.shifted(agenda.at(0)));
  }

  @Override
  public boolean over() {
    return false;
  }
}
