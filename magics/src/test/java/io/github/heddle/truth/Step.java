package io.github.heddle.truth;

import java.io.Serializable;

/// Something that a task does for a known time, or of a known amount.
sealed interface Step extends Serializable {
  /// Computes until its thread has used so much CPU time.
  record Compute(int millis) implements Step {}

  /// Sleeps.
  record Sleep(int millis) implements Step {}

  /// Reads from a socket to which nobody writes, until it gives up.
  record Socket(int millis) implements Step {}

  /// Waits for a monitor that a thread of its own holds for so long.
  record Monitor(int millis) implements Step {}

  /// The same with a `ReentrantLock`.
  record Lock(int millis) implements Step {}

  /// Lets others have the thread, if there are any.
  record GiveWay() implements Step {}

  /// Fills so many bytes of arrays that nobody keeps.
  record Allocate(int bytes) implements Step {}

  /// Throws.
  record Fail() implements Step {}
}
