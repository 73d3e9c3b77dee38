package io.github.heddle.worker;

import io.github.heddle.ship.Cargo;
import io.github.heddle.ship.Packing;
import io.github.heddle.ship.Parcel;
import io.github.heddle.task.Call;
import io.github.heddle.task.TaskBody;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// One piece of work in a worker process, for code that does not want to compute itself, such as a
/// task on an event loop. One thread makes the call and blocks until the work is done; any thread
/// may end it.
public final class OneCall<R extends @Nullable Object> {
  private final Call<R> work;
  private @Nullable WorkerProcess worker;
  private boolean ended;

  /// A call of that work, not made yet.
  public OneCall(Call<R> work) {
    this.work = work;
  }

  /// What a process says while it does the work. All but what comes from its JVM or native code is
  /// told on the calling thread.
  @FunctionalInterface
  public interface Listener {
    /// The process said this.
    ///
    /// @param offsetNanos to be added to its times
    void heard(News news, long offsetNanos);
  }

  /// Does the work in one of these processes and gives its result. An interrupt of the calling
  /// thread is kept and ends nothing.
  ///
  /// @param workers where the process comes from, and where it goes back to unless something of the
  ///   work is left in it
  /// @throws io.github.heddle.ship.NotShippable where work or result cannot be sent
  /// @throws WorkerEnded where the process ended with the work
  /// @throws Exception what the work threw
  public R in(WarmWorkers workers, Listener listener) throws Exception {
    Packing packing = Packing.ofCall(body(work));
    Cargo cargo = packing.cargo();
    WorkerProcess taken = workers.take(heapBytes(), false);
    boolean clean = false;
    Answer answer;
    try {
      begin(taken);
      answer = ask(taken, cargo, listener);
      clean = over() && answer.clean;
    } finally {
      if (clean) {
        workers.giveBack(taken);
      } else {
        taken.kill();
      }
    }
    return result(packing.value(answer.parcel), answer.failed);
  }

  /// It captures the call and nothing else.
  private static <R extends @Nullable Object> TaskBody<Integer, R> body(Call<R> call) {
    return (_, _) -> call.call();
  }

  /// As in a run over worker processes, one for each core: such workers may be there already.
  private static long heapBytes() {
    return WorkerMemory.ofThisProcess().heapBytes(1, OptionalLong.empty());
  }

  /// Ends the process that does the work, and what it started; the call then fails. Does not wait.
  public synchronized void end() {
    ended = true;
    if (worker != null) {
      worker.destroy();
    }
  }

  private synchronized void begin(WorkerProcess taken) {
    worker = taken;
    if (ended) {
      taken.destroy();
    }
  }

  /// The process is not to be ended for this call any more.
  ///
  /// @return whether it was not
  private synchronized boolean over() {
    worker = null;
    return !ended;
  }

  private static Answer ask(WorkerProcess worker, Cargo cargo, Listener listener) {
    long offset = worker.offsetNanos();
    try {
      worker.begin(cargo, text -> listener.heard(new News.Printed(true, text), offset));
      worker.order(new Order.Perform(0, Optional.empty()));
      worker.order(new Order.End());
      return hear(worker, listener, offset);
    } catch (IOException noMoreNews) {
      throw worker.ended();
    }
  }

  private record Answer(boolean failed, Parcel parcel, boolean clean) {}

  private static Answer hear(WorkerProcess worker, Listener listener, long offset)
      throws IOException {
    News.@Nullable Ended ended = null;
    while (true) {
      News news = worker.news();
      listener.heard(news, offset);
      if (news instanceof News.Used used && ended != null) {
        return new Answer(ended.failed(), ended.parcel(), used.clean());
      }
      if (news instanceof News.Ended last) {
        ended = last;
      }
      if (news instanceof News.Unfit(String why)) {
        throw new IllegalArgumentException("the call cannot be made in another process: " + why);
      }
    }
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // what comes back is what the work gave
  private R result(@Nullable Object value, boolean failed) throws Exception {
    if (!failed) {
      return (R) value;
    }
    switch (value) {
      case Exception exception -> throw exception;
      case Error error -> throw error;
      case null, default -> throw new IllegalStateException("thrown in a worker: " + value);
    }
  }
}
