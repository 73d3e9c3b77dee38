package io.github.heddle.task;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A body and what it is run over.
///
/// @param elements one task for each; empty where the number of tasks is an option and the item is
///   the task's number
public record Work<T, R extends @Nullable Object>(
    Optional<List<T>> elements, TaskBody<T, R> body) {}
