package io.github.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.plan.OnError;
import io.github.heddle.plan.Plan;
import io.github.heddle.scope.LoopBreaker;
import io.github.heddle.scope.Scope;
import io.github.heddle.task.Ending;
import io.github.heddle.task.Work;
import io.github.heddle.trace.Trace;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LiveTest {
  /// The run as the model told of it, and whether it said that it is over.
  private static final class Seen implements Watch {
    private final CompletableFuture<Live> run = new CompletableFuture<>();
    private final CountDownLatch over = new CountDownLatch(1);

    @Override
    public void begun(Live live) {
      run.complete(live);
    }

    @Override
    public void ended() {
      over.countDown();
    }
  }

  private static void run(Model model, int tasks, int workers, Work<?, ?> work, Watch watch) {
    Plan plan = new Plan(model.name(), tasks, workers, Optional.empty(), OnError.CONTINUE);
    model.run(plan, work, Scope.root("test", LoopBreaker.NONE), watch);
  }

  @Test
  void runCanBeLookedAtWhileItLasts() {
    Seen seen = new Seen();
    CompletableFuture<Trace> fourth = new CompletableFuture<>();
    Work<Integer, Integer> work =
        new Work<>(
            Optional.empty(),
            (task, _) -> {
              if (task == 3) {
                assertThat(seen.run.join().ended()).isEqualTo(3);
                fourth.complete(seen.run.join().trace());
              }
              return task;
            });

    run(new Sequential(), 5, 1, work, seen);

    Trace soFar = fourth.join();
    assertThat(IntStream.range(0, 5).mapToObj(soFar.tasks()::ending))
        .containsExactly(
            Ending.DONE, Ending.DONE, Ending.DONE, Ending.CANCELLED, Ending.NOT_STARTED);
    assertThat(soFar.tasks().endNanos(3)).isEqualTo(soFar.wallNanos());
    assertThat(soFar.lanes()).hasSize(1);
    assertThat(seen.over.getCount()).isZero();
  }

  @Test
  void lookingAgainAndAgainDisturbsNothing() {
    Seen seen = new Seen();
    Work<Integer, Integer> work =
        new Work<>(
            Optional.empty(),
            (task, _) -> {
              Trace soFar = seen.run.join().trace();
              assertThat(soFar.slices()).allMatch(slice -> slice.endNanos() <= soFar.wallNanos());
              return task;
            });

    CompletableFuture<Execution<?>> execution = new CompletableFuture<>();
    Plan plan = new Plan("threads", 200, 4, Optional.empty(), OnError.CONTINUE);
    execution.complete(new Threads().run(plan, work, Scope.root("test", LoopBreaker.NONE), seen));

    assertThat(execution.join().outcomes())
        .allSatisfy(outcome -> assertThat(outcome.ending()).isEqualTo(Ending.DONE));
  }
}
