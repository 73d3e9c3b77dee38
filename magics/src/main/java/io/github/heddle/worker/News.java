package io.github.heddle.worker;

import io.github.heddle.ship.Parcel;
import io.github.heddle.trace.Look;
import io.github.heddle.trace.MemoryReading;
import io.github.heddle.trace.ThreadRow;
import io.github.heddle.trace.Usage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a worker says. Times are those of the worker's `System.nanoTime`.
public sealed interface News {
  /// The first word.
  record Hello(int version) implements News {}

  /// The answer to a ping.
  record Pong(long nanos) implements News {}

  /// The body of the run was taken in.
  record Ready() implements News {}

  /// The body of the run cannot be run here.
  record Unfit(String why) implements News {}

  /// A task has ended.
  ///
  /// @param failed whether the parcel holds what it threw; else it holds its result
  record Ended(int task, boolean failed, Times times, Parcel parcel) implements News {}

  /// When a task was under way, and what its thread had used before and used in it.
  ///
  /// @param takenNanos when the worker began to read the element
  /// @param beginNanos when the body began
  /// @param endNanos when the body had ended
  /// @param cpuBefore CPU time of the thread before the body
  /// @param readyBefore how long the thread had waited for a core before
  record Times(
      long takenNanos,
      long beginNanos,
      long endNanos,
      long cpuBefore,
      long readyBefore,
      long cpuNanos,
      long readyNanos) {}

  /// Something was printed by code of the run, in whole lines where it had lines.
  record Printed(boolean error, String text) implements News {}

  /// Tasks that were recalled before they began.
  record Returned(List<Integer> tasks) implements News {
    public Returned {
      tasks = List.copyOf(tasks);
    }
  }

  /// What is going on.
  ///
  /// @param now the task under way
  /// @param residentBytes the largest resident set of the process during the run so far
  /// @param rows samples of the thread that runs the tasks, since the last ones
  /// @param memory readings of the memory of the process, since the last ones
  /// @param looks at the stack of that thread, since the last ones
  /// @param samplerNanos CPU time that the sampling has taken in the process since the first task
  ///   of the run began there
  record Seen(
      Optional<Underway> now,
      OptionalLong residentBytes,
      List<ThreadRow> rows,
      List<MemoryReading> memory,
      List<Look> looks,
      long samplerNanos)
      implements News {
    public Seen {
      rows = List.copyOf(rows);
      memory = List.copyOf(memory);
      looks = List.copyOf(looks);
    }
  }

  /// A task under way.
  ///
  /// @param beginNanos when its body began
  record Underway(int task, long beginNanos) {}

  /// The run is over.
  ///
  /// @param used what the thread that ran the tasks used; CPU time with that of threads which tasks
  ///   started
  /// @param readyKnown whether waits for a core can be read
  /// @param clean whether nothing that the run started goes on, so that another run may follow
  record Used(Usage used, boolean readyKnown, boolean clean) implements News {}
}
