package io.github.heddle.trace;

/// What went between the kernel and its worker processes during a run: classes, variables, elements
/// and results.
///
/// @param sentNanos time spent writing values, sending them and reading them on the other side
/// @param receivedNanos the same for what came back
public record Transfer(long sentBytes, long receivedBytes, long sentNanos, long receivedNanos) {}
