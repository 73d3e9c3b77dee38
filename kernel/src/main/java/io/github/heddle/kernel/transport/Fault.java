package io.github.heddle.kernel.transport;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/// Tells the log of a fault at a boundary that must hold.
public final class Fault {
  private Fault() {}

  /// Logs it; where there is no memory left even for that, the boundary matters more than the log.
  public static void log(Logger log, String what, Throwable fault) {
    try {
      log.log(Level.ERROR, what, fault);
    } catch (OutOfMemoryError e) {
      // a cell has filled the heap; moments later it is over, and its error says so
    }
  }
}
