package io.github.heddle.kernel.evaluation;

import io.github.heddle.scope.JdkFields;
import java.lang.reflect.InaccessibleObjectException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// The names of all packages of the JDK and the class path, which the compiler gathers on a thread
/// of its own and needs to complete them.
///
/// It does so as soon as it is asked anything, and that walk through every module and jar keeps a
/// core and the just-in-time compilers busy while the first cells wait for them. So it is put off
/// until somebody asks for a completion, or until no cell has run for a while. Where the JDK does
/// not let us (`--add-opens` of `jdk.jshell/jdk.jshell`) it is not. Any thread.
final class PackageIndex implements AutoCloseable {
  private static final Duration REST = Duration.ofSeconds(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  /// JupyterLab drops what it is not told within a second.
  private static final Duration PATIENCE = Duration.ofMillis(700);

  private final CountDownLatch wanted = new CountDownLatch(1);
  private final AtomicInteger cells = new AtomicInteger();
  private volatile long lastEnd = System.nanoTime();
  private final Optional<ExecutorService> indexer;
  private final Duration rest;

  /// Puts off what JShell gathers, which must not have been asked anything yet.
  PackageIndex() {
    this(indexer(), REST);
  }

  /// @param indexer the one thread that gathers them
  /// @param rest how long no cell has to have run
  PackageIndex(Optional<ExecutorService> indexer, Duration rest) {
    this.indexer = indexer;
    this.rest = rest;
    indexer.ifPresent(this::putOff);
  }

  private void putOff(ExecutorService indexer) {
    Future<Boolean> _ = indexer.submit(this::awaitRest);
  }

  private boolean awaitRest() throws InterruptedException {
    while (!wanted.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
      if (cells.get() == 0 && System.nanoTime() - lastEnd > rest.toNanos()) {
        return false;
      }
    }
    return true;
  }

  private static Optional<ExecutorService> indexer() {
    try {
      Class<?> analysis = Class.forName("jdk.jshell.SourceCodeAnalysisImpl");
      return Optional.of((ExecutorService) JdkFields.open(analysis, "INDEXER").get(null));
    } catch (ReflectiveOperationException | InaccessibleObjectException notHere) {
      return Optional.empty();
    }
  }

  /// A cell runs from here on.
  void cellBegins() {
    cells.incrementAndGet();
  }

  /// It does not any more.
  void cellEnds() {
    lastEnd = System.nanoTime();
    cells.decrementAndGet();
  }

  /// Waits until all is gathered that is known by now, though not for long: without it, only the
  /// names of packages are missing.
  void await() {
    wanted.countDown();
    indexer.ifPresent(PackageIndex::awaitTurn);
  }

  private static void awaitTurn(ExecutorService indexer) {
    try {
      indexer.submit(() -> {}).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException withoutIt) {
      // the names of packages are missing
    }
  }

  @Override
  public void close() {
    wanted.countDown();
  }
}
