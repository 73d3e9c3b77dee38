package io.github.heddle.kernel.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.heddle.scope.LoopBreaker;
import io.github.heddle.scope.Scope;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StoppableWaitsTest {
  private final CompletableFuture<String> future = new CompletableFuture<>();

  @Test
  void givesWhatTheFutureGives() {
    assertThat(StoppableWaits.join(CompletableFuture.completedFuture("done"))).isEqualTo("done");
  }

  @Test
  void throwsWhatJoinThrows() {
    IllegalStateException cause = new IllegalStateException("broken");
    future.completeExceptionally(cause);
    assertThatThrownBy(() -> StoppableWaits.join(future))
        .isInstanceOf(CompletionException.class)
        .hasCause(cause);
  }

  @Test
  void cancelledFutureSaysSo() {
    future.cancel(false);
    assertThatThrownBy(() -> StoppableWaits.join(future)).isInstanceOf(CancellationException.class);
  }

  @Test
  void aThreadThatIsToEndEnds() throws InterruptedException {
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    Scope scope = Scope.root("cell 1", LoopBreaker.NONE);
    Thread waiting =
        scope.thread(
            "cell", () -> thrown.complete(catchThrowable(() -> StoppableWaits.join(future))));
    waiting.start();
    scope.stop();
    assertThat(thrown.join()).isInstanceOf(CellStopped.class);
    waiting.join();
  }

  @Test
  void interruptThatIsNoStopIsKeptForLater() throws InterruptedException {
    CompletableFuture<Boolean> interruptedAfterwards = new CompletableFuture<>();
    Thread waiting =
        Thread.ofPlatform()
            .start(() -> {
              Object given = StoppableWaits.join(future);
              interruptedAfterwards.complete(
                  "late".equals(given) && Thread.currentThread().isInterrupted());
            });
    waiting.interrupt();
    future.complete("late");
    assertThat(interruptedAfterwards.join()).isTrue();
    waiting.join();
  }
}
