package io.github.heddle.sampling;

import io.github.heddle.trace.Look;
import io.github.heddle.trace.State;
import java.util.Optional;

/// A thread, or whatever a carrier carries, at whose stack an [Onlooker] looks from time to time.
/// Called by the onlooker's thread.
public interface Watched {
  /// What it does; empty where there is nothing to look at.
  Optional<Pose> pose();

  /// Whether another look may tell something new.
  ///
  /// @param pose what it does, that moment or later
  boolean wants(Pose pose, long nanos);

  /// How a look would be answered now.
  Answer answer(Pose pose);

  /// How a look is answered.
  enum Answer {
    /// At once, by a thread that waits.
    WAITING,
    /// At once, by a thread that has a core right now.
    COMPUTING,
    /// By a thread that waits for a core, when it has got one: to wait for that takes CPU time.
    LATE
  }

  /// What a look saw the thread do; empty where that cannot be told, as it may have changed.
  ///
  /// @param before the pose before the look
  /// @param after the pose after it
  /// @param innermost the frame on top of the stack
  /// @param nanos how long the look took
  Optional<State> state(Pose before, Pose after, StackTraceElement innermost, long nanos);

  /// What was seen.
  ///
  /// @param look times are those of `System.nanoTime`
  /// @param pose that before the look
  void saw(Look look, Pose pose);

  /// Whether there will never be anything to look at again.
  boolean over();
}
