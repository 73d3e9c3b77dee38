package io.github.heddle.trace;

import io.github.heddle.task.Ending;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntToLongFunction;

/// Where workers write down when their tasks began and ended and what they used. A task's entry is
/// written by the one thread that runs it, without locks; times are those of `System.nanoTime`.
public final class TaskLog {
  /// The lane of each task that has begun, counted from 1.
  private final AtomicIntegerArray lanes;

  /// Of the tasks that have ended.
  private final AtomicReferenceArray<Ending> endings;

  private final long[] starts;
  private final long[] ends;
  private final long[] cpu;
  private final long[] ready;

  /// @param count how many tasks the run is to have
  public TaskLog(int count) {
    lanes = new AtomicIntegerArray(count);
    endings = new AtomicReferenceArray<>(count);
    starts = new long[count];
    ends = new long[count];
    cpu = new long[count];
    ready = new long[count];
  }

  /// A task begins on a lane.
  public void begin(int task, int lane, long nanos) {
    starts[task] = nanos;
    lanes.setRelease(task, lane + 1);
  }

  /// What the thread used since its previous task ended. Called before [#end].
  ///
  /// @param cpuNanos CPU time
  /// @param readyNanos how long it waited for a core; may be noted with a later task of the lane
  ///   where tasks are short
  public void use(int task, long cpuNanos, long readyNanos) {
    cpu[task] = cpuNanos;
    ready[task] = readyNanos;
  }

  /// A task has ended; what its thread wrote before is visible to whoever reads the log after.
  public void end(int task, Ending ending, long nanos) {
    ends[task] = nanos;
    endings.setRelease(task, ending);
  }

  /// How many tasks have ended. A millisecond for a million tasks.
  public int ended() {
    int ended = 0;
    for (int task = 0; task < starts.length; task++) {
      ended += endings.getAcquire(task) != null ? 1 : 0;
    }
    return ended;
  }

  /// A task whose thread can never end is given up now, by another thread; what it used is not
  /// known.
  public void giveUp(int task, Ending ending, long nanos) {
    use(task, TaskTimes.UNKNOWN, 0);
    end(task, ending, nanos);
  }

  /// What is known now, for good: later entries do not show in it.
  ///
  /// @param originNanos when the first task was submitted
  /// @param nowNanos taken as the end of tasks that are still under way
  /// @param givenUp how those tasks count as ended
  public TaskTimes times(long originNanos, long nowNanos, Ending givenUp) {
    return times(originNanos, _ -> nowNanos, givenUp);
  }

  /// The same where each task that is still under way was looked at in a moment of its own.
  public TaskTimes times(long originNanos, IntToLongFunction nowNanos, Ending givenUp) {
    TaskTimes times = new TaskTimes(starts.length);
    for (int task = 0; task < starts.length; task++) {
      Ending ending = endings.getAcquire(task);
      int lane = lanes.getAcquire(task) - 1;
      if (ending != null) {
        times.put(task, lane, ending);
        times.span(task, starts[task] - originNanos, ends[task] - originNanos);
        times.use(task, cpu[task], ready[task]);
      } else if (lane >= 0) {
        long now = Math.max(starts[task], nowNanos.applyAsLong(task));
        times.put(task, lane, givenUp);
        times.span(task, starts[task] - originNanos, now - originNanos);
      }
    }
    return times;
  }
}
