package io.github.heddle.kernel.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.heddle.scope.LoopBreaker;
import io.github.heddle.scope.Scope;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class AttributionTest {
  private final Attribution attribution = new Attribution();
  private final Origin first = origin();
  private final Origin second = origin();
  private final Scope firstScope = Scope.root("cell 1", LoopBreaker.NONE);
  private final Scope secondScope = Scope.root("cell 2", LoopBreaker.NONE);

  @Test
  void aThreadWorksForTheCellThatStartedItAlsoWhenOthersRun() throws Exception {
    attribution.begin(firstScope, first);
    CountDownLatch secondBegan = new CountDownLatch(1);
    CompletableFuture<Origin> seen = new CompletableFuture<>();
    firstScope
        .thread(
            "parent",
            () ->
                Thread.ofVirtual()
                    .start(() -> {
                      awaitUninterruptibly(secondBegan);
                      seen.complete(attribution.current());
                    }))
        .start();
    attribution.begin(secondScope, second);
    secondBegan.countDown();

    assertThat(seen.get()).isSameAs(first);
  }

  @Test
  void threadsOfARunInsideACellWorkForTheCell() throws Exception {
    attribution.begin(firstScope, first);
    attribution.begin(secondScope, second);
    CompletableFuture<Origin> seen = new CompletableFuture<>();
    firstScope.child("run").thread("task", () -> seen.complete(attribution.current())).start();

    assertThat(seen.get()).isSameAs(first);
  }

  @Test
  void theCommonPoolWorksForTheCellThatRuns() throws Exception {
    for (Origin running : List.of(first, second)) {
      attribution.begin(running == first ? firstScope : secondScope, running);
      assertThat(ForkJoinPool.commonPool().submit(attribution::current).get()).isSameAs(running);
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Origin origin() {
    return new Origin(List.of(), new JsonObject(), true, false);
  }
}
