package io.github.heddle.plan;

import java.util.OptionalLong;

/// What was asked of worker processes.
///
/// @param heapBytes how large the heap of each may become
/// @param fresh whether new ones are started even where warm ones wait
public record WorkerJvm(OptionalLong heapBytes, boolean fresh) {
  /// Nothing was asked.
  public static final WorkerJvm DEFAULT = new WorkerJvm(OptionalLong.empty(), false);
}
