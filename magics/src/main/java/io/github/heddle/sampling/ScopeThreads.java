package io.github.heddle.sampling;

import io.github.heddle.scope.Scope;
import java.util.Optional;
import java.util.OptionalInt;

/// The threads of a scope that tasks on platform threads started.
///
/// @param birth how to read for which task one was started, where this JVM allows it
record ScopeThreads(Scope run, Optional<BirthTask> birth) implements Helping {
  @Override
  public boolean helps(Thread thread) {
    return run.contains(thread);
  }

  @Override
  public boolean sharesCarriers() {
    return true;
  }

  @Override
  public OptionalInt task(Thread thread) {
    return birth.map(reader -> reader.of(thread)).orElse(OptionalInt.empty());
  }
}
