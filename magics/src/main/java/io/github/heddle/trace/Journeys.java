package io.github.heddle.trace;

import java.util.Arrays;

/// When elements and results were on their way between processes, by task number. A task's entries
/// are written by one thread; they are read when that has ended, or with what is missing left out.
public final class Journeys {
  private static final long UNKNOWN = Long.MIN_VALUE;

  private final long[] sent;
  private final long[] received;

  /// @param count how many tasks there are
  public Journeys(int count) {
    sent = new long[count];
    received = new long[count];
    Arrays.fill(sent, UNKNOWN);
    Arrays.fill(received, UNKNOWN);
  }

  /// The element of a task began to be on its way, with nothing of its lane before it.
  public void sent(int task, long nanos) {
    sent[task] = nanos;
  }

  /// The result of a task was there, or its worker went on with another task.
  public void received(int task, long nanos) {
    received[task] = nanos;
  }

  /// How long the element was on its way.
  long sending(TaskTimes tasks, int task, long originNanos) {
    return sent[task] == UNKNOWN
        ? 0
        : Math.max(0, tasks.startNanos(task) + originNanos - sent[task]);
  }

  /// How long the result was on its way.
  long receiving(TaskTimes tasks, int task, long originNanos) {
    return received[task] == UNKNOWN
        ? 0
        : Math.max(0, received[task] - tasks.endNanos(task) - originNanos);
  }
}
