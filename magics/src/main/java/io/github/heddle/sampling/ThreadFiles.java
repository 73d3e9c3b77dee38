package io.github.heddle.sampling;

import java.util.OptionalInt;
import java.util.OptionalLong;

/// What the files of a thread say: `/proc/self/task/TID/stat`, `schedstat`, `status`. Pure.
final class ThreadFiles {
  /// Field 39 of `stat`, counted from the one after the name.
  private static final int LAST_CORE = 36;

  private ThreadFiles() {}

  /// How long the thread has waited for a core, in nanoseconds; a wait counts when it is over.
  static OptionalLong readyNanos(ProcText schedstat) {
    return schedstat.field(1, 0);
  }

  /// The core on which the thread runs or ran last. The thread's name, which may contain anything,
  /// stands in parentheses before.
  static OptionalInt lastCore(ProcText stat) {
    OptionalLong core = stat.field(LAST_CORE, stat.afterLast(')'));
    return core.isPresent() ? OptionalInt.of((int) core.getAsLong()) : OptionalInt.empty();
  }

  /// How often the thread gave up its core by itself.
  static OptionalLong voluntarySwitches(ProcText status) {
    return status.valueOf("voluntary_ctxt_switches");
  }

  /// How often it was made to.
  static OptionalLong involuntarySwitches(ProcText status) {
    return status.valueOf("nonvoluntary_ctxt_switches");
  }
}
