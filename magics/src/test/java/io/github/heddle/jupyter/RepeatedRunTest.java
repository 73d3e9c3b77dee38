package io.github.heddle.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.heddle.Run;
import io.github.heddle.TasksFailed;
import io.github.heddle.host.FakeHost;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A cell that runs its body several times.
@Timeout(30)
class RepeatedRunTest {
  @Test
  void medianOfSeveralRunsIsReportedWithItsSpread() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    FakeHost host =
        MagicRuns.run(
            "%%sequential -n 1 --warmup 2 --repeat 4 --run r --into last\nwork();",
            MagicRuns.numbered((_, _) -> {
              Thread.onSpinWait();
              return runs.incrementAndGet();
            }));

    Run<?> run = (Run<?>) Objects.requireNonNull(host.declared.get("r"));
    assertThat(runs).hasValue(6);
    assertThat(host.declared.get("last")).isEqualTo(List.of(6));
    assertThat(run.walls()).hasSize(4);
    assertThat(run.wall()).isEqualTo(run.walls().stream().sorted().toList().get(1));
    assertThat(host.texts().get(1)).contains(" (median of 4 runs, ");
    assertThat(host.texts().get(2)).containsPattern("wall +[0-9.]+ .s \\(");
  }

  @Test
  void failureEndsTheRepeating() {
    AtomicInteger runs = new AtomicInteger();
    FakeHost host =
        new FakeHost(
            "%%sequential -n 1 --repeat 5 --run r\nwork();",
            MagicRuns.numbered((_, _) -> {
              if (runs.incrementAndGet() == 3) {
                throw new IllegalStateException("third");
              }
              return 1;
            }));

    assertThatExceptionOfType(TasksFailed.class).isThrownBy(() -> MagicRuns.eval(host));
    assertThat(runs).hasValue(3);
    assertThat(host.texts().getFirst())
        .startsWith("sequential: the task failed")
        .contains("(in run 3)");
    assertThat(((Run<?>) Objects.requireNonNull(host.declared.get("r"))).walls()).hasSize(3);
  }

  @Test
  void stopEndsAllRuns() {
    AtomicInteger runs = new AtomicInteger();
    FakeHost[] host = new FakeHost[1];
    host[0] =
        new FakeHost(
            "%%sequential -n 2 --warmup 1 --repeat 5\nwork();",
            MagicRuns.numbered((task, _) -> {
              if (runs.incrementAndGet() == 4) {
                host[0].scope().stop();
              }
              return task;
            }));

    assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> MagicRuns.eval(host[0]));
    assertThat(runs).hasValue(4);
  }
}
