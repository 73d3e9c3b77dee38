package io.github.heddle.trace;

/// How often and for how long the garbage collector stopped all threads. A task that would have run
/// meanwhile counts as waiting.
public record GcPauses(long count, long nanos) {}
