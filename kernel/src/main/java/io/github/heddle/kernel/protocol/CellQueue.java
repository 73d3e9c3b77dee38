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
  private final Queue<Waiting> aborted = new ArrayDeque<>();
  private final Exchange exchange;

  /// A request and what handles it.
  private record Waiting(Request request, Handler handler) {}

  CellQueue(Exchange exchange) {
    this.exchange = exchange;
  }

  void start() {
    Thread thread = new SteadyThread("cells", this::run);
    thread.setDaemon(true);
    thread.start();
  }

  void add(Request request, Handler handler) {
    waiting.add(new Waiting(request, handler));
  }

  /// From a handler on the queue's own thread: the cells that wait now shall not run.
  void abortWaiting() {
    waiting.removeIf(entry -> isCell(entry) && aborted.add(entry));
  }

  private void run() {
    while (true) {
      try {
        Waiting next = waiting.take();
        exchange.answer(next.request, next.handler);
        answerAborted();
      } catch (InterruptedException e) {
        throw new IllegalStateException("a steady thread cannot be interrupted", e);
      } catch (OutOfMemoryError e) {
        Fault.log(LOG, "A cell was not answered", e);
      }
    }
  }

  private void answerAborted() {
    for (Waiting entry = aborted.poll(); entry != null; entry = aborted.poll()) {
      exchange.answer(entry.request, request -> Optional.of(Reply.of(Reply.status("aborted"))));
    }
  }

  private static boolean isCell(Waiting entry) {
    return entry.request.type().equals("execute_request");
  }
}
