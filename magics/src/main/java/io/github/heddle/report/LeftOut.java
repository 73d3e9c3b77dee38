package io.github.heddle.report;

/// A model that has no part in a comparison, and why, in one sentence.
public record LeftOut(String model, String reason) {}
