package io.github.heddle.worker;

import io.github.heddle.ship.Cargo;
import io.github.heddle.ship.Packing;
import io.github.heddle.ship.Parcel;
import io.github.heddle.task.TaskBody;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Runs one piece of work in a warm worker process, for code that does not want to compute itself,
/// such as a task on an event loop. Any thread may call; it blocks until the work is done.
public final class OneCall {
  private final WarmWorkers workers;
  private final long heapBytes;

  /// @param workers where the process comes from and goes back to
  public OneCall(WarmWorkers workers) {
    this.workers = workers;
    this.heapBytes = WorkerMemory.ofThisProcess().heapBytes(1, OptionalLong.empty());
  }

  /// Work that can be sent to another process.
  @FunctionalInterface
  public interface Work<R extends @Nullable Object> extends Callable<R>, Serializable {}

  /// Runs the work and gives its result. Where the calling thread is interrupted meanwhile, the
  /// interrupt is kept; whoever wants to end the work closes the workers.
  ///
  /// @param printed gets what the work prints, and whether to the error stream; on the calling
  ///   thread, except what comes from the JVM or native code
  /// @throws io.github.heddle.ship.NotShippable where work or result cannot be sent
  /// @throws WorkerEnded where the process ended with the work
  /// @throws Exception what the work threw
  @SuppressWarnings({"unchecked", "NullAway"}) // what comes back is what the work gave
  public <R extends @Nullable Object> R call(Work<R> work, BiConsumer<Boolean, String> printed)
      throws Exception {
    TaskBody<Integer, R> body = (_, _) -> work.call();
    Packing packing = Packing.of(body);
    WorkerProcess worker = workers.take(heapBytes, false);
    boolean clean = false;
    Answer answer;
    try {
      answer = ask(worker, packing.cargo(), printed);
      clean = answer.clean;
    } finally {
      if (clean) {
        workers.giveBack(worker);
      } else {
        worker.kill();
      }
    }
    Object value = packing.value(answer.parcel);
    if (answer.failed) {
      throw thrown(value);
    }
    return (R) value;
  }

  private static Answer ask(
      WorkerProcess worker, Cargo cargo, BiConsumer<Boolean, String> printed) {
    try {
      worker.begin(cargo, text -> printed.accept(true, text));
      worker.order(new Order.Perform(0, Optional.empty()));
      worker.order(new Order.End());
      return hear(worker, printed);
    } catch (IOException noMoreNews) {
      throw worker.ended();
    }
  }

  private record Answer(boolean failed, Parcel parcel, boolean clean) {}

  private static Answer hear(WorkerProcess worker, BiConsumer<Boolean, String> printed)
      throws IOException {
    News.@Nullable Ended ended = null;
    while (true) {
      News news = worker.news();
      if (news instanceof News.Used used && ended != null) {
        return new Answer(ended.failed(), ended.parcel(), used.clean());
      }
      switch (news) {
        case News.Printed(boolean error, String text) -> printed.accept(error, text);
        case News.Ended last -> ended = last;
        case News.Unfit(String why) -> throw new IllegalArgumentException(why);
        default -> {
          // samples are for runs
        }
      }
    }
  }

  private static Exception thrown(@Nullable Object value) {
    return switch (value) {
      case Exception exception -> exception;
      case Error error -> throw error;
      case null, default -> new IllegalStateException("thrown in a worker: " + value);
    };
  }
}
