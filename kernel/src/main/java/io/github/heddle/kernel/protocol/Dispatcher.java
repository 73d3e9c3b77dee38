package io.github.heddle.kernel.protocol;

import io.github.heddle.kernel.evaluation.Evaluator;
import io.github.heddle.kernel.execution.CellRunner;
import io.github.heddle.kernel.output.Outbox;
import io.github.heddle.kernel.output.Publisher;
import io.github.heddle.kernel.output.Questions;
import io.github.heddle.kernel.transport.Channel;
import io.github.heddle.kernel.transport.Message;
import io.github.heddle.kernel.transport.Session;
import io.github.heddle.kernel.transport.SteadyThread;
import io.github.heddle.kernel.usage.UsageMeter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/// Gives each request to its handler, on the thread where it belongs: what is answered at once is
/// answered on the calling thread, what takes longer on the thread `assist`, what runs cells on the
/// thread `cells`, in order, those of subshells too. Messages of comms are delivered on that thread
/// or, if they are for a subshell, on the subshell's. No cell under way keeps the others waiting.
public final class Dispatcher {
  private final Exchange exchange;
  private final Questions questions;
  private final EarlyStops stops;
  private final CellQueue queue;
  private final Subshells subshells;
  private final Executor assist = Executors.newSingleThreadExecutor(Dispatcher::assistant);
  private final Map<String, Route> routes = new HashMap<>();

  /// The way of requests to a thread.
  private interface Lane {
    void take(Request request, Handler handler);
  }

  /// Who handles a kind of request, and where.
  private record Route(Lane lane, Handler handler) {}

  /// What requests are about.
  ///
  /// @param evaluator waits for the evaluator if it is not there yet
  /// @param end ends the kernel; called with whether it will be started again
  public record Subject(
      BaseKernel kernel,
      CellRunner cells,
      Supplier<Evaluator> evaluator,
      Comms comms,
      LibraryReplies replies,
      Consumer<Boolean> end) {}

  /// The ways out.
  public record Exits(Session session, Outbox outbox, Publisher publisher, Questions questions) {}

  public Dispatcher(Subject subject, Exits exits) {
    this.exchange = new Exchange(exits.session, exits.outbox, exits.publisher);
    this.questions = exits.questions;
    this.queue = new CellQueue(exchange, "cells");
    this.subshells = new Subshells(exchange);
    this.stops = new EarlyStops(subject.cells::stop, subject.cells::announce);
    addQuickOnes(subject);
    addAssisting(subject);
    addRunning(subject, exits);
    addSubshells();
  }

  /// Starts the thread on which cells are run one after the other.
  public void start() {
    queue.start();
  }

  /// Takes a message; does not wait for its handling, unless that is short.
  public void receive(Channel channel, Message message) {
    if (channel == Channel.STDIN) {
      questions.answer(message);
    } else {
      Request request = Request.of(channel, message);
      Route route = route(request);
      route.lane.take(request, route.handler);
    }
  }

  private Route route(Request request) {
    return subshells.misses(request)
        ? here(new UnknownSubshellHandler())
        : routes.getOrDefault(request.type(), here(new UnknownHandler()));
  }

  private static Thread assistant(Runnable body) {
    Thread thread = new SteadyThread("assist", body);
    thread.setDaemon(true);
    return thread;
  }

  private Route here(Handler handler) {
    return new Route(exchange::answer, handler);
  }

  private void addQuickOnes(Subject subject) {
    routes.put("kernel_info_request", here(new KernelInfoHandler(subject.kernel)));
    routes.put("comm_info_request", here(new CommInfoHandler(subject.comms)));
    routes.put("interrupt_request", here(new InterruptHandler(stops)));
    routes.put("shutdown_request", here(new ShutdownHandler(subject.end)));
    routes.put("usage_request", aside(new UsageHandler(new OnFirstUse<>(UsageMeter::new))));
  }

  private Route aside(Handler handler) {
    return new Route(
        (request, itself) -> assist.execute(() -> exchange.answer(request, itself)), handler);
  }

  private void addAssisting(Subject subject) {
    Supplier<Evaluator> evaluator = subject.evaluator;
    routes.put(
        "complete_request",
        aside(new CompleteHandler(evaluator, subject.kernel.getMagicsRegistry())));
    routes.put("inspect_request", aside(new InspectHandler(evaluator)));
    routes.put("is_complete_request", aside(new IsCompleteHandler(evaluator)));
  }

  private void addRunning(Subject subject, Exits exits) {
    History history = new History();
    ExecuteHandler.Log log = new ExecuteHandler.Log(exits.session, history);
    InspectHandler pages = new InspectHandler(subject.evaluator);
    Handler execute =
        new ExecuteHandler(subject.cells, exits.publisher, log, pages, queue::abortWaiting);
    routes.put("history_request", here(new HistoryHandler(history)));
    routes.put("execute_request", new Route(this::queue, execute));
    Handler comm = new CommHandler(subject.comms, subject.replies, subject.cells, exits.publisher);
    for (String type : new String[] {"comm_open", "comm_msg", "comm_close"}) {
      routes.put(type, new Route(this::deliver, comm));
    }
  }

  private void addSubshells() {
    routes.put("create_subshell_request", here(new CreateSubshellHandler(subshells)));
    routes.put("delete_subshell_request", here(new DeleteSubshellHandler(subshells)));
    routes.put("list_subshell_request", here(new ListSubshellHandler(subshells)));
  }

  private void deliver(Request request, Handler handler) {
    subshells
        .queue(request)
        .ifPresentOrElse(own -> own.add(request, handler), () -> queue(request, handler));
  }

  /// A stop reaches it from here on.
  private void queue(Request request, Handler handler) {
    queue.add(request.announcedAs(stops.announce(request)), handler);
  }
}
