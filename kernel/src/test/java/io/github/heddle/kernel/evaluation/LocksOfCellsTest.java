package io.github.heddle.kernel.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.heddle.cell.CellException;
import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.Position;
import io.github.heddle.host.BodySource;
import io.github.heddle.model.Execution;
import io.github.heddle.model.Models;
import io.github.heddle.model.Watch;
import io.github.heddle.plan.OnError;
import io.github.heddle.plan.Plan;
import io.github.heddle.scope.Scope;
import io.github.heddle.task.DeadlockException;
import io.github.heddle.task.Ending;
import io.github.heddle.task.Outcome;
import io.github.heddle.trace.Deadlock.Party;
import io.github.heddle.trace.LockWait;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Locks in code of cells: at which lines of which cell, and ended by the checks woven into it.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LocksOfCellsTest {
  private final Notebook notebook = new Notebook();

  @AfterEach
  void close() {
    notebook.close();
  }

  private Execution<?> threads(String body, int tasks, Scope scope) throws CellException {
    BodySource source =
        new BodySource(new Fragment(body, new Position(2, 1)), Optional.empty(), "item");
    return Models.named("threads")
        .orElseThrow()
        .run(
            new Plan("threads", tasks, tasks, Optional.empty(), OnError.CONTINUE),
            notebook.evaluator().bodies(99, scope).compile(source).work(),
            scope,
            Watch.NONE);
  }

  /// Who waits to enter a method is at its first line for the JVM.
  @Test
  void waitsAreNamedAtLinesOfTheirCells() throws CellException {
    notebook.runAll(
        """
        class Counter {
          int count;
          synchronized void add() throws Exception {
            Thread.sleep(300);
            count++;
          }
        }
        var counter = new Counter();
        """);

    Execution<?> execution =
        threads(
            """
            Thread.onSpinWait();
            counter.add();
            """,
            3,
            notebook.scope());

    assertThat(execution.trace().obstacles().lockWaits())
        .isNotEmpty()
        .allSatisfy(wait -> {
          assertThat(wait.lock()).startsWith("Counter@");
          assertThat(wait.holder()).isPresent();
        })
        .extracting(LockWait::place, LockWait::holderPlace)
        .contains(tuple(Optional.of("cell 1, line 4"), Optional.of("cell 1, line 4")));
  }

  @Test
  void tasksOfADeadlockDoNothingMoreWithTheLockTheyWereGiven() throws CellException {
    notebook.runAll(
        """
        import java.util.concurrent.*;
        import java.util.concurrent.locks.*;
        var a = new ReentrantLock();
        var b = new ReentrantLock();
        var both = new CyclicBarrier(2);
        int[] moved = {0};
        """);
    Scope scope = notebook.scope();

    Execution<?> execution =
        threads(
            """
            Lock first = task == 0 ? a : b;
            Lock second = task == 0 ? b : a;
            first.lock();
            try {
              both.await();
              second.lock();
              try {
                moved[0]++;
              } finally {
                second.unlock();
              }
            } finally {
              first.unlock();
            }
            """,
            2,
            scope);

    assertThat(execution.outcomes())
        .extracting(Outcome::ending)
        .containsExactly(Ending.FAILED, Ending.FAILED);
    assertThat(execution.trace().obstacles().deadlock().orElseThrow().circle())
        .extracting(Party::place)
        .containsOnly(Optional.of("cell 99, line 7"));
    assertThat(((Outcome.Failed<?>) execution.outcomes().getFirst()).cause())
        .isInstanceOf(DeadlockException.class);
    assertThat(notebook.value("moved[0]")).as("nothing was done").isEqualTo(0);
    assertThat(notebook.value("a.isLocked() || b.isLocked()")).isEqualTo(false);
    assertThat(scope.liveThreads()).allMatch(thread -> thread.getName().equals("cell"));
  }
}
