package io.github.heddle.trace;

/// What a look at the stack of a thread saw: the innermost line of the user's code, and whether the
/// thread computed there or waited. Times are nanoseconds.
///
/// @param task the task that the thread worked for
/// @param state running, waiting, or locked
/// @param fromNanos when the look was asked for
/// @param toNanos of a thread that waited, until when it is known not to have moved; of one that
///   computed, when the answer was there
public record Look(int task, State state, long fromNanos, long toNanos, CodeLine line) {
  /// The same by a clock that is ahead by so much.
  public Look shifted(long nanos) {
    return new Look(task, state, fromNanos + nanos, toNanos + nanos, line);
  }

  /// The same of a thread that worked for that task.
  public Look of(int other) {
    return new Look(other, state, fromNanos, toNanos, line);
  }

  /// Whether the thread computed.
  public boolean computed() {
    return state == State.RUNNING;
  }

  /// A wait that is known to have lasted until then.
  Look until(long nanos) {
    return new Look(task, state, fromNanos, Math.max(toNanos, nanos), line);
  }

  /// Whether the other one tells of the same wait, later.
  boolean continuedBy(Look next) {
    return !computed()
        && task == next.task
        && state == next.state
        && line.equals(next.line)
        && toNanos == next.fromNanos;
  }
}
