package io.github.heddle.plan;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// What was asked of a run, as far as it was said; a plan fills in the rest.
///
/// @param tasks how many tasks, from 1 to [#MOST_TASKS]
/// @param workers how many workers, from 1 to [#MOST_WORKERS]
/// @param timeout when to end the whole run, longer than nothing and at most [#LONGEST]
/// @param repeats how often the same is run
/// @param jvm what worker processes are to be like
public record Request(
    OptionalInt tasks,
    OptionalInt workers,
    Optional<Duration> timeout,
    OnError onError,
    Repeats repeats,
    WorkerJvm jvm) {
  /// More tasks than this are refused, so that a slip of the keyboard does not fill the memory.
  public static final int MOST_TASKS = 10_000_000;

  /// More workers than this are refused: each is a thread of the operating system.
  public static final int MOST_WORKERS = 10_000;

  /// No run may be given more time than this.
  public static final Duration LONGEST = Duration.ofHours(24);

  /// Nothing was said.
  public static final Request DEFAULTS =
      new Request(
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          OnError.CONTINUE,
          Repeats.ONCE,
          WorkerJvm.DEFAULT);

  /// @throws IllegalArgumentException with a sentence for the user, where a number is out of range
  public Request {
    tasks.ifPresent(number -> within("tasks", number, MOST_TASKS));
    workers.ifPresent(number -> within("workers", number, MOST_WORKERS));
    timeout.ifPresent(Request::checkTimeout);
  }

  /// The same with a number of tasks.
  public Request withTasks(int number) {
    return new Request(OptionalInt.of(number), workers, timeout, onError, repeats, jvm);
  }

  /// The same with a number of workers.
  public Request withWorkers(int number) {
    return new Request(tasks, OptionalInt.of(number), timeout, onError, repeats, jvm);
  }

  /// The same for a model whose workers are not chosen.
  public Request withoutWorkers() {
    return new Request(tasks, OptionalInt.empty(), timeout, onError, repeats, jvm);
  }

  /// The same with a time limit.
  public Request withTimeout(Duration limit) {
    return new Request(tasks, workers, Optional.of(limit), onError, repeats, jvm);
  }

  /// The same with another way to deal with failures.
  public Request withOnError(OnError other) {
    return new Request(tasks, workers, timeout, other, repeats, jvm);
  }

  /// The same, run more than once.
  public Request withRepeats(Repeats number) {
    return new Request(tasks, workers, timeout, onError, number, jvm);
  }

  /// The same with other worker processes.
  public Request withJvm(WorkerJvm other) {
    return new Request(tasks, workers, timeout, onError, repeats, other);
  }

  private static void within(String what, int number, int most) {
    if (number < 1 || number > most) {
      throw new IllegalArgumentException(
          "the number of %s must be from 1 to %,d, not %,d".formatted(what, most, number));
    }
  }

  private static void checkTimeout(Duration limit) {
    if (!limit.isPositive() || limit.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "a time limit must be longer than nothing and at most 24 hours, not " + limit);
    }
  }
}
