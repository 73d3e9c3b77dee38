package io.github.heddle.scope;

/// Ends code that computes and never waits. A kernel that weaves stop checks into cell classes
/// provides one; elsewhere there is none, and such code goes on until it ends by itself.
public interface LoopBreaker {
  /// No loops are broken. No lambda: those that an interface begins with are linked anew in every
  /// process, and workers have to start quickly.
  LoopBreaker NONE =
      new LoopBreaker() {
        @Override
        public void breakLoops(Scope stopped) {}
      };

  /// Called once when a scope was stopped: from now on, and until no thread of it is left, checks
  /// in the code of its threads throw. Must not block.
  void breakLoops(Scope stopped);

  /// Called when no thread of a stopped scope is left that has work: threads of a pool that wait
  /// for it may be given work of others, which was not stopped. Must not block.
  default void ended(Scope stopped) {}
}
