package io.github.heddle.sampling;

import java.util.OptionalInt;
import java.util.OptionalLong;

/// What the files of a thread say: `/proc/self/task/TID/stat`, `schedstat`, `status`. Pure.
final class ThreadFiles {
  /// Field 39 of `stat`, counted from the one after the name.
  private static final int LAST_CORE = 36;

  private ThreadFiles() {}

  /// How long the thread has run, in nanoseconds, up to the last clock tick.
  static OptionalLong ranNanos(ProcText schedstat) {
    return schedstat.field(0, 0);
  }

  /// How long the thread has waited for a core, in nanoseconds; a wait counts when it is over.
  static OptionalLong readyNanos(ProcText schedstat) {
    return schedstat.field(1, 0);
  }

  /// How often the thread was given a core: as long as that stays the same, it has not left it.
  static OptionalLong turns(ProcText schedstat) {
    return schedstat.field(2, 0);
  }

  /// Whether the thread waits for something that is not a core. The letter stands behind the name.
  static boolean sleeps(ProcText stat) {
    String text = stat.toString();
    return text.startsWith(") S", text.lastIndexOf(')'));
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
