package io.github.heddle.kernel.execution;

import io.github.heddle.cell.Cell;
import io.github.heddle.host.BodyCompiler;
import io.github.heddle.host.Host;
import io.github.heddle.host.Showing;
import io.github.heddle.kernel.evaluation.Evaluator;
import io.github.heddle.kernel.evaluation.SourceName;
import io.github.heddle.kernel.output.Origin;
import io.github.heddle.kernel.output.Publisher;
import io.github.heddle.picture.Bundle;
import io.github.heddle.scope.Scope;
import io.github.heddle.scope.Services;
import io.github.heddle.scope.Undisturbed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A cell under way: its threads, where its outputs go, and how to stop it. Any thread may stop it.
public final class RunningCell implements Host {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /// How much longer a magic may take to show what it saw of what was stopped, in milliseconds.
  private static final long LAST_WORDS = 2_500;

  private volatile Text text;
  private final Origin origin;
  private final Evaluator evaluator;
  private final Publisher publisher;
  private final Scope scope;
  private final CompletableFuture<List<Thread>> survivors = new CompletableFuture<>();

  RunningCell(
      Cell cell, Origin origin, Evaluator evaluator, Publisher publisher, Services services) {
    this.text = new Text(SourceName.cell(cell.number()), cell);
    this.origin = origin;
    this.evaluator = evaluator;
    this.publisher = publisher;
    this.scope = Scope.root("cell " + cell.number(), evaluator.loopBreaker(), services);
  }

  @Override
  public Cell cell() {
    return text.cell;
  }

  /// What the text under way is called.
  SourceName source() {
    return text.name;
  }

  /// The text under way: the cell's own, or one that it loads.
  record Text(SourceName name, Cell cell) {}

  /// Does something while another text is under way; one thread at a time.
  void within(String name, Cell loaded, Loaded body) throws Throwable {
    Text before = text;
    text = new Text(new SourceName(before.name.cell(), name), loaded);
    try {
      body.run();
    } finally {
      text = before;
    }
  }

  /// What is done with a text that was loaded.
  interface Loaded {
    void run() throws Throwable;
  }

  @Override
  public Scope scope() {
    return scope;
  }

  @Override
  public BodyCompiler bodies() {
    return evaluator.bodies(text.name, scope);
  }

  @Override
  public Showing show(Bundle bundle) {
    String displayId = UUID.randomUUID().toString();
    publisher.show(origin, "display_data", Output.json(bundle, displayId));
    return other -> publisher.show(origin, "update_display_data", Output.json(other, displayId));
  }

  Evaluator evaluator() {
    return evaluator;
  }

  Origin origin() {
    return origin;
  }

  /// Tells all threads of the cell to end and sees to it on a thread of its own; returns at once.
  void stop() {
    if (!scope.stopped()) {
      scope.stop();
      Thread.ofPlatform().daemon().name("stop of " + scope.name()).start(this::awaitEnd);
    }
  }

  private void awaitEnd() {
    try {
      survivors.complete(scope.awaitEnd(PATIENCE));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      survivors.complete(scope.liveThreads());
    }
  }

  /// Whether it was told to end. If so, waits until its threads did or were given up.
  Optional<List<Thread>> survivorsOfStop() {
    return scope.stopped()
        ? Optional.of(survivors.join().stream().filter(Thread::isAlive).toList())
        : Optional.empty();
  }

  /// Runs code of the cell on a thread of the cell and waits for it; if the cell is stopped, no
  /// longer than its threads are waited for.
  ///
  /// @throws ThrownByCode with what the code threw
  <T extends @Nullable Object> Optional<T> onOwnThread(String what, Callable<T> code) {
    return onOwnThread(what, code, survivors);
  }

  /// The same for a magic: it may take a little longer than the threads that it had.
  <T extends @Nullable Object> Optional<T> magic(String what, Callable<T> code) {
    Executor later = CompletableFuture.delayedExecutor(LAST_WORDS, TimeUnit.MILLISECONDS);
    return onOwnThread(what, code, survivors.thenRunAsync(() -> {}, later));
  }

  private <T extends @Nullable Object> Optional<T> onOwnThread(
      String what, Callable<T> code, CompletableFuture<?> givenUp) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread = scope.thread(scope.name() + " " + what, () -> complete(result, code));
    thread.start();
    CompletableFuture.anyOf(result.exceptionally(e -> null), givenUp).join();
    if (!result.isDone()) {
      return Optional.empty();
    }
    // it is about to end: nobody should take it for one that does not
    Undisturbed.run(() -> thread.join(PATIENCE));
    try {
      return Optional.ofNullable(result.join());
    } catch (CompletionException e) {
      throw new ThrownByCode(e.getCause());
    }
  }

  private static <T extends @Nullable Object> void complete(
      CompletableFuture<T> result, Callable<T> code) {
    try {
      result.complete(code.call());
    } catch (Throwable e) {
      // wrapped here, as the future itself does not wrap one of these that the code threw
      result.completeExceptionally(new CompletionException(e));
    }
  }
}
