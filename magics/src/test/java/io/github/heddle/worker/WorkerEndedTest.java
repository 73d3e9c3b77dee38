package io.github.heddle.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkerEndedTest {
  private static final String MEMORY =
      "Terminating due to java.lang.OutOfMemoryError: Java heap space\n";

  @Test
  void signalIsNamed() {
    assertThat(WorkerEnded.of(137, "", 0))
        .hasMessage("the worker process ended: killed (signal 9)");
  }

  @Test
  void exitCodeIsNamed() {
    assertThat(WorkerEnded.of(3, "something else", 0)).hasMessageContaining("(exit code 3)");
  }

  @Test
  void fullHeapIsNamedWithItsSize() {
    assertThat(WorkerEnded.of(3, "before\n" + MEMORY, 64 << 20))
        .hasMessageContaining("out of memory, as its heap of 64 MB was full");
  }

  @Test
  void whatExplainsTheEndIsNotShownTwice() {
    assertThat(WorkerEnded.withoutLastWords("before\n" + MEMORY + "after\n"))
        .isEqualTo("before\nafter\n");
  }
}
