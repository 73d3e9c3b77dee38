package io.github.heddle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.kernel.weave.CellStopped;
import io.github.heddle.kernel.weave.WovenLoader;
import io.github.heddle.scope.LoopBreaker;
import io.github.heddle.scope.Scope;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is measured is what it says: the same work, once with checks and once without.
class KindTest {
  @ParameterizedTest
  @EnumSource
  void bothGiveTheSame(Kind kind) {
    assertThat(kind.in(Weaving.WOVEN).run()).isEqualTo(kind.in(Weaving.PLAIN).run()).isNotZero();
  }

  @ParameterizedTest
  @EnumSource
  void onlyWovenCodeIsStopped(Kind kind) {
    assertThat(runStopped(kind.in(Weaving.WOVEN))).isInstanceOf(CellStopped.class);
    assertThat(runStopped(kind.in(Weaving.PLAIN))).isInstanceOf(Long.class);
  }

  /// What it gives or throws on a thread that is to end.
  private static Object runStopped(Workload workload) {
    Scope scope = Scope.root("stopped", LoopBreaker.NONE);
    CompletableFuture<Object> outcome = new CompletableFuture<>();
    CompletableFuture<Void> stopped = new CompletableFuture<>();
    Thread thread =
        scope.thread(
            "runs",
            () -> {
              stopped.join();
              outcome.complete(outcome(workload));
            });
    thread.start();
    scope.stop();
    ((WovenLoader) workload.getClass().getClassLoader()).stopChecks().breakLoops(scope);
    stopped.complete(null);
    return outcome.join();
  }

  private static Object outcome(Workload workload) {
    try {
      return workload.run();
    } catch (CellStopped ended) {
      return ended;
    }
  }
}
