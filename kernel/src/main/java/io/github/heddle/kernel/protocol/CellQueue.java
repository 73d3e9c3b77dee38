package io.github.heddle.kernel.protocol;

import io.github.heddle.kernel.transport.Fault;
import io.github.heddle.kernel.transport.SteadyThread;
import java.lang.System.Logger;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Requests that run code of the notebook, one after the other on a thread of their own. Any thread
/// may add.
final class CellQueue {
  private static final Logger LOG = System.getLogger(CellQueue.class.getName());

  private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
  private final Queue<Waiting.Work> aborted = new ArrayDeque<>();
  private final Exchange exchange;
  private final String name;

  /// What waits.
  private sealed interface Waiting {
    /// A request and what handles it.
    record Work(Request request, Handler handler) implements Waiting {}

    /// Nothing will follow.
    record End() implements Waiting {}
  }

  /// @param name of the thread
  CellQueue(Exchange exchange, String name) {
    this.exchange = exchange;
    this.name = name;
  }

  void start() {
    Thread thread = new SteadyThread(name, this::run);
    thread.setDaemon(true);
    thread.start();
  }

  void add(Request request, Handler handler) {
    waiting.add(new Waiting.Work(request, handler));
  }

  /// Ends the thread once all that waits is done.
  void end() {
    waiting.add(new Waiting.End());
  }

  /// From a handler on the queue's own thread: the cells that wait now and are for the same shell
  /// as one that failed shall not run.
  void abortWaiting(Request failed) {
    waiting.removeIf(entry ->
        entry instanceof Waiting.Work work
            && isCellOfSameShell(work.request, failed)
            && aborted.add(work));
  }

  private void run() {
    boolean open = true;
    while (open) {
      open = turn();
    }
  }

  private boolean turn() {
    try {
      if (!(waiting.take() instanceof Waiting.Work next)) {
        return false;
      }
      exchange.answer(next.request, next.handler);
      answerAborted();
    } catch (InterruptedException e) {
      throw new IllegalStateException("a steady thread cannot be interrupted", e);
    } catch (OutOfMemoryError e) {
      Fault.log(LOG, "A cell was not answered", e);
    }
    return true;
  }

  private void answerAborted() {
    for (Waiting.Work entry = aborted.poll(); entry != null; entry = aborted.poll()) {
      exchange.answer(entry.request, request -> Optional.of(Reply.of(Reply.status("aborted"))));
    }
  }

  private static boolean isCellOfSameShell(Request waits, Request failed) {
    return waits.type().equals("execute_request") && waits.subshell().equals(failed.subshell());
  }
}
