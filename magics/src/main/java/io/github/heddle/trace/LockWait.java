package io.github.heddle.trace;

import java.util.Optional;
import java.util.OptionalInt;

/// What one task waited for one lock while another held it.
///
/// @param task the one that waited
/// @param lock the lock, as people would name it, such as `ReentrantLock` or `Account@1b2c`
/// @param place where it waited, such as `cell 4, line 2`
/// @param holder the task that held the lock most of the time, where a task did
/// @param holderPlace where the holder was then
/// @param nanos for how long, in all
public record LockWait(
    int task,
    String lock,
    Optional<String> place,
    OptionalInt holder,
    Optional<String> holderPlace,
    long nanos) {}
