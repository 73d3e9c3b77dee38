package io.github.heddle.kernel.transport;

/// The ways a message can leave the kernel.
public enum Channel {
  /// Requests in order, and their replies.
  SHELL,
  /// Requests that overtake those on [#SHELL], and their replies.
  CONTROL,
  /// Questions to the user, and the answers.
  STDIN,
  /// What everybody who listens is told: outputs and status.
  IOPUB
}
