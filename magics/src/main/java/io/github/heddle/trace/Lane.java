package io.github.heddle.trace;

/// One row of the picture: a worker, or a task, over time.
///
/// @param index from 0, the order in the picture
/// @param name as shown, such as `thread-1`
public record Lane(int index, String name) {}
