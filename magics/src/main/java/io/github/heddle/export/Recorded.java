package io.github.heddle.export;

import io.github.heddle.plan.Plan;
import io.github.heddle.trace.Trace;

/// A run to be written down.
public record Recorded(Plan plan, Trace trace) {}
