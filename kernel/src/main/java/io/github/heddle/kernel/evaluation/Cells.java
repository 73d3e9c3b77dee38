package io.github.heddle.kernel.evaluation;

import io.github.heddle.scope.Scope;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/// One evaluation at a time, each with a thread of its scope.
final class Cells {
  /// How long threads of a stopped scope are waited for.
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final Duration POOL_PATIENCE = Duration.ofMillis(100);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(1);

  private final ReentrantLock lock = new ReentrantLock();
  private final Compiler compiler;
  private final Consumer<String> say;
  private volatile Optional<CellThread> underWay = Optional.empty();

  /// @param say prints a line under the cell
  Cells(Compiler compiler, Consumer<String> say) {
    this.compiler = compiler;
    this.say = say;
  }

  /// Evaluates on a fresh thread of the scope; the calling thread waits.
  Evaluation in(SourceName name, Scope scope, Function<CellEvaluation, Evaluation> body) {
    lock.lock();
    compiler.cellBegins();
    try (CellThread thread = CellThread.start(scope, compiler.loader())) {
      underWay = Optional.of(thread);
      compiler.loader().stopChecks().leaveCommonPool();
      compiler.dropHidden(name.cell());
      Evaluation evaluation = body.apply(new CellEvaluation(compiler, name, thread, say));
      if (evaluation instanceof Evaluation.Stopped) {
        awaitEnd(scope);
      }
      return evaluation;
    } finally {
      underWay = Optional.empty();
      compiler.cellEnds();
      lock.unlock();
    }
  }

  /// The pool second: as long as it works for the cell the stop is not over, and then it is.
  private static void awaitEnd(Scope scope) {
    try {
      scope.awaitEnd(PATIENCE);
      awaitCommonPool();
      scope.awaitEnd(Duration.ZERO);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Its workers meet the stop at their next check, unless they run no code of the notebook.
  private static void awaitCommonPool() {
    ForkJoinPool pool = ForkJoinPool.commonPool();
    long deadline = System.nanoTime() + POOL_PATIENCE.toNanos();
    while (pool.getActiveThreadCount() > 0 && System.nanoTime() < deadline) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  /// Called after any scope was stopped.
  void wake() {
    underWay.ifPresent(CellThread::wake);
  }
}
