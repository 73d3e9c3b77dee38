package io.github.heddle.kernel;

import io.github.heddle.kernel.evaluation.Evaluator;
import io.github.heddle.kernel.output.Attribution;
import io.github.heddle.kernel.output.Origin;
import io.github.heddle.kernel.output.Outbox;
import io.github.heddle.kernel.output.Publisher;
import io.github.heddle.kernel.output.Questions;
import io.github.heddle.kernel.output.StandardStreams;
import io.github.heddle.kernel.protocol.Comms;
import io.github.heddle.kernel.protocol.Dispatcher;
import io.github.heddle.kernel.protocol.LibraryReplies;
import io.github.heddle.kernel.transport.Session;
import io.github.heddle.kernel.transport.Transport;
import io.github.heddle.kernel.unblock.SocketWaits;
import io.github.heddle.scope.Services;
import io.github.heddle.scope.Unblocking;
import io.github.heddle.worker.WarmWorkers;
import io.github.heddle.worker.WorkerCommand;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// One life of the kernel, from its first socket to the end of the process. Java is made ready on
/// threads of its own, from before there is a socket until the client has connected.
final class KernelLife {
  private static final Logger LOG = System.getLogger(KernelLife.class.getName());

  /// How long farewells may take. Where code of the notebook is in native code, the JVM adds 300 ms
  /// to its own end, and half a second is all there is.
  private static final Duration FAREWELL = Duration.ofMillis(100);

  private final Session session = new Session(InstantSource.system());
  private final Outbox outbox = new Outbox(session, System::nanoTime);
  private final Publisher publisher = new Publisher(session, outbox);
  private final Questions questions = new Questions(session, outbox);
  private final Attribution attribution = new Attribution();
  private final LibraryReplies replies = new LibraryReplies(attribution, publisher);
  private final Comms comms = new Comms(replies);
  private final CompletableFuture<Evaluator> evaluator;
  private final CompletableFuture<Evaluator> ready = new CompletableFuture<>();
  private final WarmWorkers workers = new WarmWorkers(WorkerCommand.ofThisProcess());
  private final AtomicBoolean ending = new AtomicBoolean();
  private final Transport transport;
  private final HeddleKernel kernel;

  /// @param evaluator complete when Java can be evaluated: [#start] was called with it before
  KernelLife(CompletableFuture<Evaluator> evaluator, Transport transport) {
    this.evaluator = evaluator;
    this.transport = transport;
    this.kernel =
        new HeddleKernel(
            evaluator,
            ready,
            new HeddleKernel.Surroundings(
                new HeddleKernel.KernelIo(replies),
                comms,
                attribution,
                publisher,
                Services.NONE
                    .with(WarmWorkers.class, workers)
                    .with(Unblocking.class, new SocketWaits())));
  }

  /// Begins to make the evaluator, which takes longer than all else at the start.
  static CompletableFuture<Evaluator> start(Supplier<Evaluator> java) {
    return CompletableFuture.supplyAsync(java, Thread.ofPlatform().daemon().name("warm-up")::start);
  }

  /// Begins to answer. Returns at once; the process lives until a client ends it.
  ///
  /// @param equip gives the kernel its magics once the evaluator is there
  void begin(BiConsumer<HeddleKernel, Evaluator> equip) {
    Thread.ofPlatform().daemon().name("equipment").start(() -> makeReady(equip));
    Dispatcher dispatcher =
        new Dispatcher(
            new Dispatcher.Subject(kernel, kernel.cells(), ready::join, comms, replies, this::end),
            new Dispatcher.Exits(session, outbox, publisher, questions));
    transport.start(outbox, session, dispatcher::receive);
    publisher.status(Origin.KERNEL, "starting");
    StandardStreams.routed(attribution, outbox, questions).install();
    dispatcher.start();
  }

  private void makeReady(BiConsumer<HeddleKernel, Evaluator> equip) {
    try {
      equip.accept(kernel, evaluator.join());
      kernel.onStartup();
      ready.complete(evaluator.join());
    } catch (Throwable e) {
      LOG.log(Level.ERROR, "The kernel cannot run Java", e);
      ready.completeExceptionally(e);
    }
  }

  /// Ends the process soon, whatever code of the notebook is doing. Does not wait.
  void end(boolean restart) {
    if (ending.compareAndSet(false, true)) {
      Thread.ofPlatform().daemon().name("last resort").start(KernelLife::halt);
      Thread.ofPlatform().name("farewell").start(() -> sayFarewell(restart));
    }
  }

  /// Ends the process when that one has ended: a kernel whose server was killed serves nobody.
  void endWith(ProcessHandle server) {
    var _ = server.onExit().thenRun(() -> end(false));
  }

  private void sayFarewell(boolean restart) {
    try {
      kernel.cells().stop();
      workers.close();
      kernel.onShutdown(restart);
      outbox.close();
      comms.close();
      transport.awaitEnd();
      if (evaluator.state() == Future.State.SUCCESS) {
        evaluator.resultNow().close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      Runtime.getRuntime().exit(0);
    }
  }

  private static void halt() {
    try {
      Thread.sleep(FAREWELL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      Runtime.getRuntime().halt(0);
    }
  }
}
