package io.github.heddle.worker;

import io.github.heddle.sampling.ThreadMeter;
import io.github.heddle.ship.NotShippable;
import io.github.heddle.ship.Parcel;
import io.github.heddle.ship.Unpacking;
import io.github.heddle.task.TaskBody;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Performs the tasks of one run in a worker, on the thread that runs them: element in, body,
/// result out, and what the thread used for the body alone.
final class Performance {
  /// Waits for a core are not read more often than this.
  private static final long BETWEEN_READINGS = 1_000_000;

  private final TaskBody<Object, @Nullable Object> body;
  private final Unpacking unpacking;
  private final ThreadMeter meter;
  private long ready;
  private long readyReadAt;

  Performance(TaskBody<Object, @Nullable Object> body, Unpacking unpacking, ThreadMeter meter) {
    this.body = body;
    this.unpacking = unpacking;
    this.meter = meter;
    this.ready = meter.readyNanos();
    this.readyReadAt = System.nanoTime();
  }

  /// What a task gave, or what it threw.
  private record Result(@Nullable Object value, @Nullable Throwable thrown) {}

  /// Performs until the run is over.
  void perform(WorkerRun run) {
    while (run.next() instanceof Order.Perform(int task, var element)) {
      long taken = System.nanoTime();
      run.begun(task, taken);
      try {
        Object item = element.isPresent() ? value(element.get()) : Integer.valueOf(task);
        run.ended(perform(run, task, item, taken));
      } catch (IOException | RuntimeException | LinkageError unreadable) {
        run.ended(ended(task, new Result(null, unreadable), idle(taken)));
      }
      // what a task did to its own thread is not the next one's concern
      Thread.interrupted();
    }
  }

  @SuppressWarnings("NullAway") // an element may be null, and a body knows
  private Object value(Parcel parcel) throws IOException {
    return unpacking.value(parcel);
  }

  private News.Ended perform(WorkerRun run, int task, Object item, long taken) {
    long begin = System.nanoTime();
    run.begun(task, begin);
    long readyBefore = ready(begin);
    long cpuBefore = meter.cpuNanos();
    Result result = result(task, item);
    long cpuAfter = meter.cpuNanos();
    long end = System.nanoTime();
    long readyAfter = ready(end);
    return ended(
        task,
        result,
        new News.Times(
            taken,
            begin,
            end,
            cpuBefore,
            readyBefore,
            cpuAfter - cpuBefore,
            readyAfter - readyBefore));
  }

  private Result result(int task, Object item) {
    try {
      return new Result(body.run(task, item), null);
    } catch (Throwable thrown) {
      return new Result(null, thrown);
    }
  }

  private News.Ended ended(int task, Result result, News.Times times) {
    if (result.thrown == null) {
      try {
        return new News.Ended(task, false, times, unpacking.parcel("the result", result.value));
      } catch (NotShippable | StackOverflowError e) {
        return new News.Ended(task, true, times, failure(e));
      }
    }
    return new News.Ended(task, true, times, failure(result.thrown));
  }

  /// An exception that cannot be sent is replaced by one that says the same.
  private Parcel failure(Throwable thrown) {
    try {
      return unpacking.parcel("the exception", thrown);
    } catch (NotShippable | StackOverflowError e) {
      return unpacking.parcel("the exception", ThrownInWorker.like(thrown));
    }
  }

  private News.Times idle(long nanos) {
    long cpu = meter.cpuNanos();
    return new News.Times(nanos, nanos, nanos, cpu, ready, 0, 0);
  }

  private long ready(long now) {
    if (now - readyReadAt >= BETWEEN_READINGS) {
      readyReadAt = now;
      ready = meter.readyNanos();
    }
    return ready;
  }
}
