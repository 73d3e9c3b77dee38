package io.github.heddle.model;

import io.github.heddle.trace.Trace;

/// A run under way. Any thread may ask.
public interface Live {
  /// How many tasks have ended, in any way.
  int ended();

  /// What was recorded until now; tasks under way count as if they ended now, as `CANCELLED`.
  Trace trace();
}
