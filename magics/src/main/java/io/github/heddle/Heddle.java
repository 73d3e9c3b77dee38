package io.github.heddle;

import io.github.heddle.model.Offloading;
import io.github.heddle.model.ProcessOffloading;
import io.github.heddle.plan.ModelProfile;
import io.github.heddle.plan.Request;
import io.github.heddle.task.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where running work under a concurrency model begins: in a notebook, a test or a program.
///
/// ```
/// Run<String> run = Heddle.threads(4).over(urls).run(url -> fetch(url));
/// ```
public final class Heddle {
  private Heddle() {}

  /// One task after the other on one thread: the baseline.
  public static Runner sequential() {
    return new Runner(ModelProfile.SEQUENTIAL, Request.DEFAULTS);
  }

  /// One event loop: tasks share one thread, and each leaves it to the others while it waits.
  public static Runner async() {
    return new Runner(ModelProfile.ASYNC, Request.DEFAULTS);
  }

  /// A virtual thread for each task, on as many carriers as there are cores.
  public static Runner virtual() {
    return new Runner(ModelProfile.VIRTUAL, Request.DEFAULTS);
  }

  /// A virtual thread for each task, on so many carriers.
  ///
  /// @throws IllegalArgumentException where the number is not from 1 to 10,000
  public static Runner virtual(int carriers) {
    return new Runner(ModelProfile.VIRTUAL, Request.DEFAULTS.withWorkers(carriers));
  }

  /// The same work under several models, in turns; without names under sequential, async, threads
  /// and processes, as far as they are there.
  ///
  /// @throws IllegalArgumentException where there is no model of a name, or one is named twice
  public static Comparer compare(String... models) {
    return Comparer.of(List.of(models));
  }

  /// A pool of platform threads, `min(32, cores + 4)` of them.
  public static Runner threads() {
    return new Runner(ModelProfile.THREADS, Request.DEFAULTS);
  }

  /// A pool of so many platform threads.
  ///
  /// @throws IllegalArgumentException where the number is not from 1 to 10,000
  public static Runner threads(int workers) {
    return new Runner(ModelProfile.THREADS, Request.DEFAULTS.withWorkers(workers));
  }

  /// Worker processes, one for each core, each with memory of its own: the body, what it reaches,
  /// its elements and its results must be serialisable.
  public static Runner processes() {
    return new Runner(ModelProfile.PROCESSES, Request.DEFAULTS);
  }

  /// So many worker processes.
  ///
  /// @throws IllegalArgumentException where the number is not from 1 to 10,000
  public static Runner processes(int workers) {
    return new Runner(ModelProfile.PROCESSES, Request.DEFAULTS.withWorkers(workers));
  }

  /// Does a part of a task's work on a thread of its own and waits for it: what computes for long
  /// is taken off the event loop of `%%async`, which goes on with the other tasks meanwhile. The
  /// threads belong to the run; outside of one, a thread is made for the call.
  ///
  /// @throws InterruptedException if the task is stopped while it waits
  /// @throws Exception what the call threw
  public static <R extends @Nullable Object> R offload(Call<R> call) throws Exception {
    return Offloading.here().call(call);
  }

  /// Does a part of a task's work in a worker process and waits for it, while the event loop of
  /// `%%async` goes on with the other tasks. The call, what it reaches and its result are copied
  /// from one process to the other, so they must be serialisable. The process comes from the warm
  /// ones of the notebook; outside of one it is started for the call.
  ///
  /// @throws io.github.heddle.ship.NotShippable where something cannot be copied; it says what
  /// @throws io.github.heddle.worker.WorkerEnded where the process ended with the call
  /// @throws InterruptedException if the task is stopped while it waits; the process is then ended
  /// @throws Exception what the call threw
  public static <R extends @Nullable Object> R offloadToProcess(Call<R> call) throws Exception {
    return ProcessOffloading.here().call(call);
  }
}
