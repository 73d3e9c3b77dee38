package io.github.heddle.model;

import io.github.heddle.sampling.Helping;
import io.github.heddle.scope.Inherited;
import io.github.heddle.scope.Scope;
import java.util.Optional;
import java.util.OptionalInt;

/// The platform threads that tasks on carriers started: they have inherited the task. Carriers and
/// the threads that things are offloaded to belong to the scope of the run, those do not, as
/// virtual threads have a group of their own.
///
/// @param agenda of the run
/// @param strands how to read what a thread inherited, where this JVM allows it
record StrandThreads(Agenda agenda, Scope run, Optional<Inherited<Strand>> strands)
    implements Helping {
  static StrandThreads of(Agenda agenda, Scope run) {
    return new StrandThreads(agenda, run, Strand.reader());
  }

  @Override
  public boolean helps(Thread thread) {
    return !run.contains(thread) && strand(thread).isPresent();
  }

  @Override
  public boolean sharesCarriers() {
    return false;
  }

  @Override
  public OptionalInt task(Thread thread) {
    return strand(thread).map(strand -> OptionalInt.of(strand.task())).orElse(OptionalInt.empty());
  }

  private Optional<Strand> strand(Thread thread) {
    return strands.flatMap(reader -> reader.of(thread)).filter(strand -> strand.isOf(agenda));
  }
}
