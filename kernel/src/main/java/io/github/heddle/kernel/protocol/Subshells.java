package io.github.heddle.kernel.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/// The subshells that clients have made: each has a thread beside that of the cells, on which
/// messages of its comms are delivered whatever a cell does. Any thread may use it.
final class Subshells {
  private final Map<String, CellQueue> queues = new ConcurrentSkipListMap<>();
  private final AtomicLong made = new AtomicLong();
  private final Exchange exchange;

  Subshells(Exchange exchange) {
    this.exchange = exchange;
  }

  /// Makes one.
  ///
  /// @return its name
  String create() {
    CellQueue queue = new CellQueue(exchange, "subshell " + made.incrementAndGet());
    String id = UUID.randomUUID().toString();
    queue.start();
    queues.put(id, queue);
    return id;
  }

  /// Ends one, once what waits in it is done.
  ///
  /// @return whether there was one of that name
  boolean delete(String id) {
    Optional<CellQueue> queue = Optional.ofNullable(queues.remove(id));
    queue.ifPresent(CellQueue::end);
    return queue.isPresent();
  }

  List<String> ids() {
    return List.copyOf(queues.keySet());
  }

  /// Whether it is for a subshell that is not there.
  boolean misses(Request request) {
    return request.subshell().filter(id -> !queues.containsKey(id)).isPresent();
  }

  /// The queue of the subshell that a request is for, if it is for one.
  Optional<CellQueue> queue(Request request) {
    return request.subshell().map(queues::get);
  }
}
