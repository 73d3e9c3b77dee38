package io.github.heddle.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.trace.State;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A run of one task has no others that cores or workers could be used for.
class OneTaskTest {
  private static String subtitle(String model, State state) {
    return SampleRun.parallel(1, state, 100).cores(4).model(model).report().finding().subtitle();
  }

  @Test
  void computing() {
    assertThat(List.of("sequential", "async", "virtual", "threads", "processes"))
        .allSatisfy(model ->
            assertThat(subtitle(model, State.RUNNING))
                .isEqualTo("the task spent 100 % of its time computing"));
  }

  @Test
  void waiting() {
    assertThat(List.of("sequential", "async", "virtual", "threads", "processes"))
        .allSatisfy(model ->
            assertThat(subtitle(model, State.WAITING))
                .isEqualTo("the task spent 100 % of its time waiting for I/O or sleep"));
  }
}
