package io.github.heddle.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.trace.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Threads of a process that never was, on cores of this machine.
@EnabledOnOs(OS.LINUX)
class ProcessCoresTest {
  @TempDir private Path tasks;

  @Test
  void whatItsThreadsRanCountsForTheCoresOnWhichTheyAreSeen() throws IOException {
    try (CoreSampling cores = new CoreSampling(Set.of())) {
      int core = cores.cores().orElseThrow().numbers().getFirst();
      ProcessCores process = new ProcessCores(tasks);
      thread("7", 100, core);
      thread("8", 20, core);
      assertThat(process.tell(cores)).isFalse();
      cores.addOwn(1);
      thread("7", 130, core);
      thread("9", 5, core);
      process.end();
      thread("7", 1000, core);
      assertThat(process.tell(cores)).as("that was the last").isTrue();
      cores.addOwn(2);

      Series own = cores.cores().orElseThrow().own();
      assertThat(List.of(own.value(0, 0), own.value(1, 0))).containsExactly(120L, 155L);
    }
  }

  @Test
  void ofAProcessThatIsGoneThereIsNothingToTell() throws IOException {
    try (CoreSampling cores = new CoreSampling(Set.of())) {
      ProcessCores process = new ProcessCores(tasks.resolve("gone"));
      assertThat(process.tell(cores)).isFalse();
      process.end();
      assertThat(process.tell(cores)).isTrue();
      cores.addOwn(1);
      assertThat(cores.cores().orElseThrow().own().value(0, 0)).isZero();
    }
  }

  private void thread(String number, long ran, int core) throws IOException {
    Path thread = Files.createDirectories(tasks.resolve(number));
    Files.writeString(thread.resolve("schedstat"), ran + " 0 1\n");
    Files.writeString(
        thread.resolve("stat"), number + " (a) b) S " + "0 ".repeat(35) + core + " 0 0\n");
  }
}
