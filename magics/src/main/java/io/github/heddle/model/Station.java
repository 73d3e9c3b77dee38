package io.github.heddle.model;

import io.github.heddle.scope.Scope;
import io.github.heddle.ship.Parcel;
import io.github.heddle.task.Ending;
import io.github.heddle.trace.Journeys;
import io.github.heddle.trace.TaskLog;
import io.github.heddle.worker.News;
import io.github.heddle.worker.Order;
import io.github.heddle.worker.WorkerEnded;
import io.github.heddle.worker.WorkerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The kernel's end of one lane: a thread that gives tasks to a worker process and takes what comes
/// of them. Where the process ends, the task under way has failed, those behind it go to others,
/// and a new process takes over.
final class Station {
  private final int lane;
  private final Run run;
  private final ProcessCrew.Supply supply;
  private final Signals signals;
  private final Thread thread;
  private final Ledger ledger;
  private final Underway underway;
  private List<Station> neighbours = List.of();
  private volatile @Nullable WorkerProcess worker;
  private volatile boolean recalled;
  private volatile boolean looked;
  private OptionalInt lostTask = OptionalInt.empty();
  private long sentBefore;
  private long receivedBefore;

  /// What all stations of a run share.
  ///
  /// @param refusal is told where the run cannot go on
  record Run(
      Scope scope,
      Tasks<?, ?> tasks,
      TaskLog log,
      Journeys journeys,
      Handout handout,
      RunOutput output,
      Consumer<Exception> refusal) {}

  /// What a station says when it is ready, and what it waits for before its first task.
  record Signals(CountDownLatch ready, CountDownLatch start) {}

  Station(int lane, Run run, ProcessCrew.Supply supply, Signals signals) {
    this.lane = lane;
    this.run = run;
    this.supply = supply;
    this.signals = signals;
    this.ledger = new Ledger(name());
    this.underway = new Underway(lane, run.log(), run.journeys());
    this.thread = run.scope().thread(name(), this::work);
  }

  private String name() {
    return "process-" + (lane + 1);
  }

  /// All stations of the run.
  void neighbours(List<Station> all) {
    neighbours = all;
  }

  void begin() {
    thread.start();
  }

  Ledger ledger() {
    return ledger;
  }

  /// Whether it is still at work.
  boolean open() {
    return thread.isAlive();
  }

  void join(Duration limit) throws InterruptedException {
    thread.join(limit);
  }

  /// Asks the worker for what it has seen; it is ended when it has answered.
  void lookOnce() {
    looked = true;
    tell(new Order.Look());
  }

  /// Asks the worker for tasks that have not begun, as another station has nothing to do.
  private void recall() {
    if (underway.size() > 1 && !recalled) {
      recalled = true;
      tell(new Order.Recall());
    }
  }

  private void tell(Order order) {
    WorkerProcess told = worker;
    if (told != null) {
      try {
        told.order(order);
      } catch (IOException ended) {
        // the station's own thread finds that out
      }
    }
  }

  /// Ends the worker; what it has said is still heard.
  void destroy() {
    WorkerProcess ended = worker;
    if (ended != null) {
      ended.destroy();
    }
  }

  private void work() {
    boolean well = false;
    try {
      hire();
      signals.ready.countDown();
      signals.start.await();
      serve();
      well = true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      well = true;
    } catch (IOException | IllegalArgumentException refused) {
      well = true;
      refuse(refused);
    } finally {
      if (!well) {
        refuse(new IllegalStateException("a station of worker processes failed"));
      }
      signals.ready.countDown();
      close();
    }
  }

  private void refuse(Exception why) {
    if (!run.scope().stopped()) {
      run.refusal().accept(why);
    }
  }

  /// Gets a worker that has taken in the body.
  private WorkerProcess hire() throws IOException {
    long from = System.nanoTime();
    WorkerProcess hired = supply.hiring().hire();
    worker = hired;
    sentBefore = hired.sentBytes();
    receivedBefore = hired.receivedBytes();
    underway.clock(hired.offsetNanos());
    ledger.begun("%s (pid %d)".formatted(name(), hired.pid()), hired.offsetNanos());
    hired.begin(supply.shipment().cargo(), text -> run.output().print(true, text));
    awaitReady(hired);
    ledger.started(from, System.nanoTime());
    return hired;
  }

  private void awaitReady(WorkerProcess hired) throws IOException {
    while (!run.scope().stopped()) {
      switch (hired.news()) {
        case News.Ready() -> {
          return;
        }
        case News.Unfit(String why) ->
            throw new IllegalArgumentException("the body cannot be run in another process: " + why);
        case News other -> hear(other);
      }
    }
  }

  private void serve() throws IOException, InterruptedException {
    while (feed()) {
      WorkerProcess serving = worker;
      if (serving != null) {
        try {
          hear(serving.news());
        } catch (IOException ended) {
          lose(serving);
        }
      }
    }
  }

  /// Gives tasks to the worker, as many as it should have.
  ///
  /// @return whether there is something to wait for
  private boolean feed() throws IOException, InterruptedException {
    while (!run.scope().stopped()) {
      if (underway.low()) {
        List<Integer> claimed = run.handout().claim(underway.room());
        if (!claimed.isEmpty()) {
          send(claimed);
        }
      }
      if (underway.size() > 0) {
        return true;
      }
      if (!run.handout().open()) {
        return false;
      }
      neighbours.forEach(Station::recall);
      run.handout().await();
    }
    return underway.size() > 0;
  }

  private void send(List<Integer> claimed) throws IOException {
    WorkerProcess serving = worker;
    if (serving == null || !serving.alive()) {
      lose(serving);
      serving = hire();
      ledger.replaced(lostTask);
    }
    for (int task : claimed) {
      underway.add(task, System.nanoTime());
      try {
        serving.orderSoon(new Order.Perform(task, element(task)));
      } catch (IOException ended) {
        // found out where its news is read: the task it had is among those under way
      }
    }
    try {
      serving.flush();
    } catch (IOException ended) {
      // the same
    }
  }

  private Optional<Parcel> element(int task) {
    return supply.shipment().overElements()
        ? Optional.of(supply.shipment().element(task, run.tasks().item(task)))
        : Optional.empty();
  }

  private void hear(News news) {
    switch (news) {
      case News.Ended ended -> end(ended);
      case News.Printed(boolean error, String text) -> run.output().print(error, text);
      case News.Returned(List<Integer> tasks) -> {
        recalled = false;
        underway.removeAll(tasks);
        run.handout().giveBack(tasks);
      }
      case News.Seen seen -> see(seen);
      case News.Used used -> ledger.used(used);
      case News.Hello _, News.Pong _, News.Ready _, News.Unfit _ ->
          throw new IllegalStateException("a worker says at the wrong time: " + news);
    }
  }

  private void see(News.Seen seen) {
    ledger.seen(seen);
    seen.now().ifPresent(underway::seen);
    if (looked && run.scope().stopped()) {
      destroy();
    }
  }

  private void end(News.Ended ended) {
    ledger.ended(ended.times());
    underway.ended(ended, received(ended));
    run.handout().ended();
  }

  private Ending received(News.Ended ended) {
    try {
      Object value = supply.shipment().value(ended.parcel());
      return ended.failed() && value instanceof Throwable thrown
          ? run.tasks().threw(ended.task(), thrown)
          : run.tasks().gave(ended.task(), value);
    } catch (IOException unreadable) {
      return run.tasks().threw(ended.task(), unreadable);
    }
  }

  /// The worker has ended. The task it had under way has failed with it.
  private void lose(@Nullable WorkerProcess lost) {
    worker = null;
    recalled = false;
    if (lost == null) {
      return;
    }
    long now = System.nanoTime();
    if (run.scope().stopped()) {
      underway.leave(ledger, now);
    } else {
      WorkerEnded why = lost.ended();
      Optional<Integer> task = underway.fail(ledger, now, t -> run.tasks().threw(t, why));
      task.ifPresent(_ -> run.handout().ended());
      lostTask = task.map(OptionalInt::of).orElse(OptionalInt.empty());
      run.handout().giveBack(underway.removeAll());
    }
    ledger.lost();
    ledger.bytes(lost.sentBytes() - sentBefore, lost.receivedBytes() - receivedBefore);
    lost.kill();
  }

  /// The run is over: a worker that nothing is wrong with may be used again.
  private void close() {
    WorkerProcess last = worker;
    if (last == null) {
      return;
    }
    boolean clean = false;
    if (!run.scope().stopped()) {
      try {
        last.order(new Order.End());
        clean = settle(last);
      } catch (IOException ended) {
        // it is of no use any more
      }
    }
    worker = null;
    if (run.scope().stopped()) {
      underway.leave(ledger, System.nanoTime());
    }
    ledger.lost();
    ledger.bytes(last.sentBytes() - sentBefore, last.receivedBytes() - receivedBefore);
    supply.hiring().dismiss(last, clean);
  }

  private boolean settle(WorkerProcess last) throws IOException {
    while (true) {
      News news = last.news();
      hear(news);
      if (news instanceof News.Used used) {
        return used.clean();
      }
    }
  }

  /// When the task began that the stop of the run ended; long ago where there is none.
  long leftTaskBegan() {
    return underway.leftTaskBegan();
  }

  /// How many of its tasks have ended.
  int ended() {
    return underway.endedCount();
  }
}
