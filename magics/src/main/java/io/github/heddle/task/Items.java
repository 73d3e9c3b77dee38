package io.github.heddle.task;

import java.util.List;
import java.util.Optional;

/// What the tasks of a run were for, where it was over elements. Immutable, but for the elements
/// themselves.
///
/// @param elements one for each task; empty where the item of a task is its number
public record Items(Optional<List<?>> elements) {
  /// Of tasks that are numbered.
  public static final Items NUMBERS = new Items(Optional.empty());

  /// Those of this work.
  public static Items of(Work<?, ?> work) {
    return new Items(work.elements().map(elements -> elements));
  }

  /// How the element of a task reads now, in one line; empty where it is the task's number.
  public Optional<String> text(int task) {
    return elements.filter(all -> task < all.size()).map(all -> ValueText.of(all.get(task)));
  }
}
