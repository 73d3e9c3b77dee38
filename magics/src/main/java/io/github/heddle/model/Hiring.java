package io.github.heddle.model;

import io.github.heddle.worker.WarmWorkers;
import io.github.heddle.worker.WorkerProcess;
import java.io.IOException;
import java.util.function.LongConsumer;

/// Where the workers of a run come from and go to. Any thread may hire.
///
/// @param heapBytes how large the heap of each may become
/// @param fresh whether they are started for this run and end with it
record Hiring(WarmWorkers from, long heapBytes, boolean fresh) {
  /// @param started is told the number of a process that is started for it
  WorkerProcess hire(LongConsumer started) throws IOException {
    return from.take(heapBytes, fresh, started);
  }

  /// A worker whose run is over.
  ///
  /// @param clean whether it can be used again
  void dismiss(WorkerProcess worker, boolean clean) {
    if (clean && !fresh) {
      from.giveBack(worker);
    } else {
      worker.kill();
    }
  }
}
