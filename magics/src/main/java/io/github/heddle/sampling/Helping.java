package io.github.heddle.sampling;

import io.github.heddle.scope.Scope;
import java.util.OptionalInt;

/// Tells which threads work for a run though they are no workers, and for which of its tasks. Asked
/// by the sampler's thread.
public interface Helping {
  /// Whether the thread was started for the run.
  boolean helps(Thread thread);

  /// The task that it was started for; empty where that is not known.
  OptionalInt task(Thread thread);

  /// Whether virtual threads that its tasks start are carried by those of the JVM, which carry
  /// others, too.
  boolean sharesCarriers();

  /// Threads that belong to the scope of a run, whose workers say what they work for.
  static Helping in(Scope run) {
    return new ScopeThreads(run, BirthTask.reader());
  }
}
