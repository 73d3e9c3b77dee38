package io.github.heddle.model;

import io.github.heddle.ship.Cargo;
import io.github.heddle.ship.Packing;
import io.github.heddle.ship.Parcel;
import io.github.heddle.task.Work;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What goes to the workers of a run and comes back from them. Any thread may use it: packing is
/// for one at a time.
final class Shipment {
  private final Packing packing;
  private final boolean overElements;
  private final Cargo cargo;

  /// @throws io.github.heddle.ship.NotShippable where the body cannot be sent
  Shipment(Work<?, ?> work) {
    packing = Packing.of(work);
    overElements = work.elements().isPresent();
    cargo = packing.cargo();
  }

  Cargo cargo() {
    return cargo;
  }

  /// Whether tasks have elements that must be sent: without, the item is the task's number.
  boolean overElements() {
    return overElements;
  }

  synchronized Parcel element(int task, @Nullable Object item) {
    return packing.parcel("element " + task, item);
  }

  synchronized @Nullable Object value(Parcel parcel) throws IOException {
    return packing.value(parcel);
  }
}
