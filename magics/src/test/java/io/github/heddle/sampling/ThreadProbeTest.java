package io.github.heddle.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When a thread is asked for its core.
class ThreadProbeTest {
  private static final long MILLI = 1_000_000;

  @TempDir private Path directory;
  private int turns;

  @BeforeEach
  void begin() throws IOException {
    core(3);
    turn();
  }

  @Test
  void coreIsAskedForNowAndThenWhereTheThreadHasLeftIt() throws IOException {
    try (ThreadProbe probe = probe()) {
      assertThat(core(probe, 100)).hasValue(3);
      core(5);
      assertThat(core(probe, 116)).as("did not leave it").hasValue(3);
      turn();
      assertThat(core(probe, 115)).as("too soon").hasValue(3);
      assertThat(core(probe, 116)).hasValue(5);
    }
  }

  private ThreadProbe probe() {
    return new ThreadProbe(
        Thread.currentThread(), Optional.of(directory), TaskUnderway.of(OptionalInt.empty()));
  }

  private static OptionalInt core(ThreadProbe probe, long millis) {
    assertThat(probe.readyNanos()).hasValue(20);
    return probe.lastCore(millis * MILLI);
  }

  private void core(int number) throws IOException {
    String before = "1 (thread) R" + " 0".repeat(35);
    Files.writeString(directory.resolve("stat"), before + " " + number + " 0 0\n");
  }

  private void turn() throws IOException {
    turns++;
    Files.writeString(directory.resolve("schedstat"), "10 20 " + turns + "\n");
  }
}
