package io.github.heddle.worker;

import io.github.heddle.ship.Cargo;
import io.github.heddle.ship.Parcel;
import java.util.Optional;

/// What a worker is told.
public sealed interface Order {
  /// Say what time it is.
  record Ping() implements Order {}

  /// A run begins: this is its body.
  record Begin(Cargo cargo) implements Order {}

  /// Perform a task when those before it are done.
  ///
  /// @param element empty where the item is the task's number
  record Perform(int task, Optional<Parcel> element) implements Order {}

  /// Give back the tasks that have not begun.
  record Recall() implements Order {}

  /// Say at once what is going on.
  record Look() implements Order {}

  /// The run is over when the tasks before are done.
  record End() implements Order {}

  /// End the process.
  record Leave() implements Order {}
}
