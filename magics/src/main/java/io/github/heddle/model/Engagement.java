package io.github.heddle.model;

import io.github.heddle.worker.Order;
import io.github.heddle.worker.WorkerProcess;
import java.io.IOException;

/// A worker process in the service of one lane. That a process has ended is found out where its
/// news is read: what can be told to it no more is not told, and nobody need know.
///
/// @param sentBefore bytes that it had been sent when it was hired
/// @param receivedBefore bytes that it had sent by then
record Engagement(WorkerProcess worker, long sentBefore, long receivedBefore) {
  /// Begins now.
  static Engagement of(WorkerProcess hired) {
    return new Engagement(hired, hired.sentBytes(), hired.receivedBytes());
  }

  /// Gives an order, now; for any thread.
  void tell(Order order) {
    try {
      worker.order(order);
    } catch (IOException ended) {
      // see above
    }
  }

  /// Gives an order together with the next ones, or with [#flush].
  void tellSoon(Order order) {
    try {
      worker.orderSoon(order);
    } catch (IOException ended) {
      // see above: the task it was told to do is among those under way
    }
  }

  /// Sends what was ordered.
  void flush() {
    try {
      worker.flush();
    } catch (IOException ended) {
      // see above
    }
  }

  /// It ends, with the process or with the run: how much went to and fro is put down.
  void end(Ledger ledger) {
    ledger.lost();
    ledger.bytes(worker.sentBytes() - sentBefore, worker.receivedBytes() - receivedBefore);
  }
}
