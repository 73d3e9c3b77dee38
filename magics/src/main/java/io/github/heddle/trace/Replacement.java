package io.github.heddle.trace;

import java.util.OptionalInt;

/// A worker process that ended before the run did and in whose place another was started.
///
/// @param worker the number of its place, from 1
/// @param task the task that it had under way when it ended, if it had one
public record Replacement(int worker, OptionalInt task) {}
