package io.github.heddle.kernel.execution;

/// Which cell a stop is for: the one that is running or, between two cells, the one that was
/// announced and begins next. With neither there is nothing to stop. Guarded by its owner.
final class StopOrder {
  private long announced;
  private long begun;
  private boolean running;

  /// Cells announced up to this one may be stopped as they begin; 0 where there is no such stop.
  private long pending;

  /// A cell was announced.
  ///
  /// @return its number, from 1
  long announce() {
    return ++announced;
  }

  /// A stop came.
  ///
  /// @return whether a cell runs or waits for its beginning
  boolean stop() {
    if (!running) {
      pending = announced;
    }
    return running || begun < announced;
  }

  /// A cell begins.
  ///
  /// @return whether it is to be stopped at once
  boolean begin(long number) {
    boolean stopped = number <= pending;
    pending = 0;
    begun = Math.max(begun, number);
    running = true;
    return stopped;
  }

  /// The cell that was running has ended.
  void end() {
    running = false;
  }
}
