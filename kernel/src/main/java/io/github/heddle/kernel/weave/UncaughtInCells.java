package io.github.heddle.kernel.weave;

import java.io.PrintStream;
import java.util.function.Supplier;

/// What becomes of an exception that ends a thread of a cell: it is printed as Java does, with the
/// lines of cells, but not where the thread was stopped. To be installed as the default handler of
/// all threads.
///
/// @param errors where it is printed, asked for anew each time
public record UncaughtInCells(Supplier<PrintStream> errors)
    implements Thread.UncaughtExceptionHandler {
  @Override
  public void uncaughtException(Thread thread, Throwable exception) {
    if (!(exception instanceof CellStopped)) {
      errors
          .get()
          .print("Exception in thread \"" + thread.getName() + "\" " + TraceOfCell.of(exception));
    }
  }
}
