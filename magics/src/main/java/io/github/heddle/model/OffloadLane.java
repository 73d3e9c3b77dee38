package io.github.heddle.model;

import io.github.heddle.scope.Scope;
import io.github.heddle.trace.CarrierTrack;
import io.github.heddle.trace.WorkerUse;
import java.time.Duration;

/// A row beside those of the carriers: what does parts of tasks' work, one after the other.
interface OffloadLane {
  /// Begins, in that scope.
  void start(Scope run);

  /// Makes it end, unless it still works for a task that could not be ended.
  void end();

  /// Waits until it did, but not longer than that.
  void join(Duration patience) throws InterruptedException;

  /// What it did.
  CarrierTrack track();

  /// What it used.
  WorkerUse use();
}
