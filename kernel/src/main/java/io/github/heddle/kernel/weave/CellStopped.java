package io.github.heddle.kernel.weave;

/// Ends a thread whose cell was stopped. Thrown by the checks in cell code, again at every further
/// check that the thread meets; an error so that code of the user rarely catches it.
public final class CellStopped extends Error {
  private static final long serialVersionUID = 1L;

  CellStopped() {
    super("stopped", null, false, false);
  }
}
