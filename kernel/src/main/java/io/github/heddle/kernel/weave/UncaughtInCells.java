package io.github.heddle.kernel.weave;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Supplier;

/// What becomes of an exception that ends a thread of a cell: it is printed as Java does, but not
/// where the thread was stopped. To be installed as the default handler of all threads.
///
/// @param errors where it is printed, asked for anew each time
public record UncaughtInCells(Supplier<PrintStream> errors)
    implements Thread.UncaughtExceptionHandler {
  @Override
  public void uncaughtException(Thread thread, Throwable exception) {
    if (!(exception instanceof CellStopped)) {
      StringWriter text = new StringWriter();
      text.append("Exception in thread \"").append(thread.getName()).append("\" ");
      exception.printStackTrace(new PrintWriter(text, true));
      errors.get().print(text);
    }
  }
}
