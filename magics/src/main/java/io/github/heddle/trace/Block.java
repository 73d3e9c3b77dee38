package io.github.heddle.trace;

/// One task, or several short ones in a row, of a lane.
///
/// @param task the first of them
/// @param tasks how many; 0 where it is not known which
/// @param failed how many of them failed
/// @param cpuNanos what they ran
/// @param readyNanos what they waited for a core
record Block(
    int task,
    int tasks,
    int failed,
    long startNanos,
    long endNanos,
    long cpuNanos,
    long readyNanos) {
  /// Both as one; what lies between them is taken in.
  Block and(Block next) {
    return new Block(
        task,
        tasks + next.tasks,
        failed + next.failed,
        startNanos,
        next.endNanos,
        cpuNanos + next.cpuNanos,
        readyNanos + next.readyNanos);
  }

  long nanos() {
    return endNanos - startNanos;
  }

  /// Whether both are so short and so near that they are shown as one.
  boolean foldsWith(Block next, long stepNanos) {
    return next.endNanos - startNanos < stepNanos;
  }
}
