package io.github.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.scope.LoopBreaker;
import io.github.heddle.scope.Scope;
import io.github.heddle.trace.CarrierTrack;
import io.github.heddle.trace.CoreRuns;
import io.github.heddle.trace.Lane;
import io.github.heddle.trace.Samples;
import io.github.heddle.trace.Series;
import io.github.heddle.worker.News;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class HopTest {
  private static final Samples KERNEL =
      new Samples(
          new Series(0, 3),
          Optional.empty(),
          0,
          true,
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.of(100));

  private final CoreRuns elsewhere = new CoreRuns();

  /// Each work in a process begins with nothing sampled; what it says later is that in all.
  @Test
  void whatSamplingTookInProcessesIsAddedToThatOfTheKernel() {
    hop(3, 5);
    hop(2);

    assertThat(KERNEL.with(List.of(elsewhere)).samplerNanos()).hasValue(107);
  }

  private void hop(long... samplerNanos) {
    Agenda agenda = new Agenda(Scope.root("test", LoopBreaker.NONE), "async");
    Hop hop = new Hop(null, new CarrierTrack(new Lane(1, "process-1"), 10), elsewhere, agenda);
    for (long sampled : samplerNanos) {
      hop.heard(
          new News.Seen(
              Optional.empty(), OptionalLong.empty(), List.of(), List.of(), List.of(), sampled),
          0);
    }
  }
}
