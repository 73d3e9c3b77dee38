package io.github.heddle.sampling;

import io.github.heddle.sampling.CarrierMounts.Mount;
import io.github.heddle.sampling.CarrierTasks.Sight;
import io.github.heddle.trace.Look;
import io.github.heddle.trace.State;
import java.util.Optional;
import java.util.concurrent.ForkJoinWorkerThread;

/// The virtual thread of a task that is mounted on a carrier of the JDK's own scheduler. What the
/// carrier uses is what that thread uses, as long as it is mounted.
final class WatchedCarrier implements Watched {
  private final ForkJoinWorkerThread carrier;
  private final WatchedThread thread;
  private final CarrierTasks tasks;
  private Optional<Mount> earlier = Optional.empty();
  private Optional<Mount> mount = Optional.empty();

  /// @param thread the carrier itself
  WatchedCarrier(ForkJoinWorkerThread carrier, WatchedThread thread, CarrierTasks tasks) {
    this.carrier = carrier;
    this.thread = thread;
    this.tasks = tasks;
  }

  @Override
  public Optional<Pose> pose() {
    Optional<Sight> now = tasks.now(carrier);
    earlier = mount;
    mount = now.map(Sight::mount);
    return now.flatMap(sight ->
        sight
            .mount()
            .thread()
            .flatMap(mounted -> thread.pose(sight.task()).map(pose -> pose.of(mounted))));
  }

  @Override
  public boolean wants(Pose pose, long nanos) {
    return thread.wants(pose, nanos);
  }

  @Override
  public Answer answer(Pose pose) {
    return thread.answer(pose);
  }

  /// What the carrier does, where it carried the same all the time.
  @Override
  public Optional<State> state(Pose before, Pose after, StackTraceElement innermost, long nanos) {
    return earlier.isPresent() && earlier.equals(mount)
        ? thread.state(before, after, innermost, nanos)
        : Optional.empty();
  }

  @Override
  public void saw(Look look, Pose pose) {
    thread.saw(look, pose);
  }

  @Override
  public boolean over() {
    return thread.over();
  }
}
