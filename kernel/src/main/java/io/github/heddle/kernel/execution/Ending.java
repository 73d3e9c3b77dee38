package io.github.heddle.kernel.execution;

import java.util.Optional;

/// How a cell ended.
public sealed interface Ending {
  /// All of it ran; its value, if there is one to show.
  record Finished(Optional<Output> value) implements Ending {}

  /// It was rejected, threw, or was stopped.
  record Failed(ErrorReport error) implements Ending {}
}
