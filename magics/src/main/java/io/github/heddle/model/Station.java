package io.github.heddle.model;

import io.github.heddle.sampling.ProcessCores;
import io.github.heddle.sampling.Sampler;
import io.github.heddle.scope.Scope;
import io.github.heddle.trace.Journeys;
import io.github.heddle.trace.TaskLog;
import io.github.heddle.worker.News;
import io.github.heddle.worker.Order;
import io.github.heddle.worker.WorkerEnded;
import io.github.heddle.worker.WorkerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
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
  private volatile @Nullable Engagement engagement;
  private volatile boolean recalled;
  private volatile boolean looked;
  private OptionalInt lostTask = OptionalInt.empty();

  /// What all stations of a run share.
  ///
  /// @param sampler looks at processes that are started
  /// @param refusal is told where the run cannot go on
  record Run(
      Scope scope,
      Tasks<?, ?> tasks,
      TaskLog log,
      Journeys journeys,
      Handout handout,
      RunOutput output,
      Sampler sampler,
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
    Engagement told = engagement;
    if (told != null) {
      told.tell(order);
    }
  }

  /// Ends the worker; what it has said is still heard.
  void destroy() {
    Engagement ended = engagement;
    if (ended != null) {
      ended.worker().destroy();
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
  private Engagement hire() throws IOException {
    List<ProcessCores> starting = new ArrayList<>();
    try {
      return hire(starting);
    } finally {
      starting.forEach(ProcessCores::end);
    }
  }

  /// @param starting gets a process that is started now
  private Engagement hire(List<ProcessCores> starting) throws IOException {
    long from = System.nanoTime();
    WorkerProcess hired = supply.hiring().hire(pid -> starting.add(watched(pid)));
    Engagement begun = Engagement.of(hired);
    engagement = begun;
    underway.clock(hired.offsetNanos());
    ledger.begun("%s (pid %d)".formatted(name(), hired.pid()), hired.offsetNanos());
    hired.begin(supply.shipment().cargo(), text -> run.output().print(true, text));
    awaitReady(hired);
    ledger.started(from, System.nanoTime());
    return begun;
  }

  private ProcessCores watched(long pid) {
    ProcessCores process = new ProcessCores(pid);
    run.sampler().watch(process);
    return process;
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
      Engagement serving = engagement;
      if (serving != null) {
        try {
          hear(serving.worker().news());
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
    Engagement serving = engagement;
    if (serving == null || !serving.worker().alive()) {
      lose(serving);
      serving = hire();
      ledger.replaced(lostTask);
    }
    for (int task : claimed) {
      underway.add(task, System.nanoTime());
      serving.tellSoon(supply.shipment().order(run.tasks(), task));
    }
    serving.flush();
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
    underway.ended(ended, supply.shipment().received(run.tasks(), ended));
    run.handout().ended();
  }

  /// The worker has ended. The task it had under way has failed with it.
  private void lose(@Nullable Engagement lost) {
    engagement = null;
    recalled = false;
    if (lost == null) {
      return;
    }
    long now = System.nanoTime();
    if (run.scope().stopped()) {
      underway.leave(ledger, now);
    } else {
      WorkerEnded why = lost.worker().ended();
      Optional<Integer> task = underway.fail(ledger, now, t -> run.tasks().threw(t, why));
      task.ifPresent(_ -> run.handout().ended());
      lostTask = task.map(OptionalInt::of).orElse(OptionalInt.empty());
      run.handout().giveBack(underway.removeAll());
    }
    lost.end(ledger);
    lost.worker().kill();
  }

  /// The run is over: a worker that nothing is wrong with may be used again.
  private void close() {
    Engagement last = engagement;
    if (last == null) {
      return;
    }
    boolean clean = false;
    if (!run.scope().stopped()) {
      try {
        last.worker().order(new Order.End());
        clean = settle(last.worker());
      } catch (IOException ended) {
        // it is of no use any more
      }
    }
    engagement = null;
    if (run.scope().stopped()) {
      underway.leave(ledger, System.nanoTime());
    }
    last.end(ledger);
    supply.hiring().dismiss(last.worker(), clean);
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
