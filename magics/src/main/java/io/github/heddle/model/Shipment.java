package io.github.heddle.model;

import io.github.heddle.ship.Cargo;
import io.github.heddle.ship.Packing;
import io.github.heddle.ship.Parcel;
import io.github.heddle.task.Ending;
import io.github.heddle.task.Work;
import io.github.heddle.worker.News;
import io.github.heddle.worker.Order;
import java.io.IOException;
import java.util.Optional;
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

  /// The order to do a task, with its element where tasks are for elements: without, the item is
  /// the task's number.
  ///
  /// @throws io.github.heddle.ship.NotShippable where the element cannot be sent
  Order order(Tasks<?, ?> tasks, int task) {
    Optional<Parcel> element =
        overElements ? Optional.of(parcel(task, tasks.item(task))) : Optional.empty();
    return new Order.Perform(task, element);
  }

  private synchronized Parcel parcel(int task, @Nullable Object item) {
    return packing.parcel("element " + task, item);
  }

  /// Takes in what a task gave, or what it threw.
  ///
  /// @return how the task has ended
  Ending received(Tasks<?, ?> tasks, News.Ended ended) {
    try {
      Object value = value(ended.parcel());
      return ended.failed() && value instanceof Throwable thrown
          ? tasks.threw(ended.task(), thrown)
          : tasks.gave(ended.task(), value);
    } catch (IOException unreadable) {
      return tasks.threw(ended.task(), unreadable);
    }
  }

  private synchronized @Nullable Object value(Parcel parcel) throws IOException {
    return packing.value(parcel);
  }
}
