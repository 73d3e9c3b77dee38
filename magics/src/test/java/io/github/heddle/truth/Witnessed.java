package io.github.heddle.truth;

/// What a task saw of one of its steps.
///
/// @param cpuNanos what its thread ran meanwhile
/// @param readyNanos how long its thread waited for a core meanwhile
/// @param overNanos when that was over what it waited for
/// @param mounted whether the task has its thread only while it needs it, so that others may have
///   used it meanwhile
record Witnessed(
    Kind kind,
    long fromNanos,
    long overNanos,
    long toNanos,
    long cpuNanos,
    long readyNanos,
    boolean mounted) {
  /// What the task was about, apart from running and waiting for a core.
  enum Kind {
    /// Computes.
    RUNS,
    /// Waits for time to pass, or for a socket.
    WAITS,
    /// Waits for a lock that another thread holds.
    LOCKED,
    /// Lets others have the thread.
    GAVE_WAY
  }

  static Witnessed between(Kind kind, Moment from, long overNanos, Moment to) {
    return new Witnessed(
        kind,
        from.nanos(),
        Math.clamp(overNanos, from.nanos(), to.nanos()),
        to.nanos(),
        to.cpuNanos() - from.cpuNanos(),
        to.readyNanos() - from.readyNanos(),
        Thread.currentThread().isVirtual());
  }

  long nanos() {
    return toNanos - fromNanos;
  }

  /// While a task that is not mounted waits, what its thread does is not the task's.
  private boolean threadIsItsOwn() {
    return !mounted || kind == Kind.RUNS;
  }

  long running() {
    return threadIsItsOwn() ? cpuNanos : 0;
  }

  /// A task that is not mounted waits for its thread as soon as it could go on.
  long ready() {
    return threadIsItsOwn() ? readyNanos : nanos() - idle();
  }

  long locked() {
    return kind == Kind.LOCKED ? idle() : 0;
  }

  long waiting() {
    return kind == Kind.RUNS || kind == Kind.WAITS ? idle() : 0;
  }

  /// How long it should have computed, and neither ran nor waited for a core.
  long stoodStill() {
    return kind == Kind.RUNS ? idle() : 0;
  }

  private long idle() {
    return threadIsItsOwn() ? Math.max(0, nanos() - cpuNanos - readyNanos) : overNanos - fromNanos;
  }
}
