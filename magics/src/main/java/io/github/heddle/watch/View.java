package io.github.heddle.watch;

import io.github.heddle.plan.Turn;
import io.github.heddle.trace.Trace;

/// Shows what a [Lookout] sees. Called on the lookout's thread; what it does counts as the cost of
/// looking.
public interface View {
  /// How far the run is. At most twice a second.
  ///
  /// @param ended how many tasks have ended
  /// @param elapsedNanos since the first task of the run was submitted
  void progress(Turn turn, int ended, long elapsedNanos);

  /// What was recorded of the run until now. Less often where that is dear.
  void lanes(Turn turn, Trace soFar);
}
