package io.github.heddle.scope;

/// Ends code that computes and never waits. A kernel that weaves stop checks into cell classes
/// provides one; elsewhere there is none, and such code goes on until it ends by itself.
public interface LoopBreaker {
  /// No loops are broken.
  LoopBreaker NONE = scope -> {};

  /// Called once when a scope was stopped: from now on, and until no thread of it is left, checks
  /// in the code of its threads throw. Must not block.
  void breakLoops(Scope stopped);
}
