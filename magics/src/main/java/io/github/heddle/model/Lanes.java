package io.github.heddle.model;

import io.github.heddle.trace.CarrierTrack;
import io.github.heddle.trace.Lane;
import io.github.heddle.trace.TaskTrack;
import java.util.List;
import java.util.stream.IntStream;

/// The rows of a run on carriers: the carriers and, where all fit into a picture, every task.
///
/// @param carriers their names, in order
record Lanes(List<String> carriers, int tasks) {
  private static final int MOST = 40;
  private static final int MOST_SLICES = 3000;

  /// Whether every task has a lane of its own.
  boolean forTasks() {
    return carriers.size() + tasks <= MOST;
  }

  List<CarrierTrack> carrierTracks() {
    return IntStream.range(0, carriers.size())
        .mapToObj(lane -> new CarrierTrack(new Lane(lane, carriers.get(lane)), mostSlices()))
        .toList();
  }

  TaskTrack track(int task) {
    return forTasks()
        ? TaskTrack.withLane(task, carriers.size() + task, mostSlices())
        : TaskTrack.withoutLane(task);
  }

  /// Where a task that began on that carrier is shown.
  int of(int task, CarrierTrack carrier) {
    return forTasks() ? carriers.size() + task : carrier.lane().index();
  }

  /// The first lane after all of these.
  int next() {
    return carriers.size() + (forTasks() ? tasks : 0);
  }

  private int mostSlices() {
    return MOST_SLICES / next();
  }
}
