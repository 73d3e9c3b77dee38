package io.github.heddle.model;

import io.github.heddle.plan.ModelProfile;
import io.github.heddle.plan.Plan;
import io.github.heddle.scope.Scope;
import io.github.heddle.task.Work;
import io.github.heddle.worker.WarmWorkers;
import io.github.heddle.worker.WorkerCommand;
import io.github.heddle.worker.WorkerMemory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Worker JVMs, each with memory of its own: a task gets a copy of what it reaches and gives back a
/// copy of its result. Each worker takes the next task when it has done one. There are no more
/// workers than tasks. Where the scope has [WarmWorkers], workers are taken from there; else they
/// are started for this run and ended with it.
///
/// A run throws [io.github.heddle.ship.NotShippable] where body or elements cannot be sent, and
/// `IllegalArgumentException` where so many workers do not fit into the memory, both with a
/// sentence for the user.
public final class Processes implements Model {
  @Override
  public ModelProfile profile() {
    return ModelProfile.PROCESSES;
  }

  @Override
  public <T, R extends @Nullable Object> Execution<R> run(
      Plan plan, Work<T, R> work, Scope scope, Watch watch) {
    long heap = WorkerMemory.ofThisProcess().heapBytes(plan.workers(), plan.jvm().heapBytes());
    Optional<WarmWorkers> kept = scope.services().get(WarmWorkers.class);
    if (kept.isPresent()) {
      return run(plan, work, scope, new Hiring(kept.get(), heap, plan.jvm().fresh()), watch);
    }
    try (WarmWorkers once = new WarmWorkers(WorkerCommand.ofThisProcess())) {
      return run(plan, work, scope, new Hiring(once, heap, false), watch);
    }
  }

  private <T, R extends @Nullable Object> Execution<R> run(
      Plan plan, Work<T, R> work, Scope scope, Hiring hiring, Watch watch) {
    Scope run = scope.child(name());
    Tasks<T, R> tasks = new Tasks<>(plan, work, run);
    Shipment shipment = new Shipment(work);
    return new ProcessCrew<>(plan, tasks, run, watch)
        .execute(new ProcessCrew.Supply(hiring, shipment));
  }
}
