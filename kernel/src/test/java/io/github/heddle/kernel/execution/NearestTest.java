package io.github.heddle.kernel.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> KNOWN = List.of("threads", "async", "time");

  @Test
  void aSlipIsRecognised() {
    assertThat(Nearest.to("thread", KNOWN)).contains("threads");
    assertThat(Nearest.to("tiem", KNOWN)).contains("time");
  }

  @Test
  void somethingElseIsNot() {
    assertThat(Nearest.to("processes", KNOWN)).isEmpty();
  }
}
