package io.github.heddle.trace;

/// A worker, what it had used when the run began, and what it used during the run.
public record WorkerUse(Lane lane, Usage before, Usage during) {}
