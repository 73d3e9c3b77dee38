package io.github.heddle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceFileTest {
  @TempDir Path folder;

  private final Run<Integer> run = Heddle.threads(2).tasks(4).run(task -> task);

  @Test
  void runIsSavedOverWhatWasThere() throws IOException {
    Path file = Files.writeString(folder.resolve("run.json"), "old");

    assertThat(run.save(file)).startsWith("saved in " + file + " (").contains("ui.perfetto.dev");
    assertThat(new ObjectMapper().readTree(file.toFile()).get("traceEvents")).isNotEmpty();
  }

  @Test
  void tableIsSaved() throws IOException {
    Path file = folder.resolve("run.csv");
    run.save(file);

    assertThat(file).content().startsWith("model,lane,task");
  }

  @Test
  void otherEndingsAndMissingFoldersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run.save(folder.resolve("run.png")))
        .withMessage("a trace is saved as .json or .csv, not as run.png");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run.save(folder.resolve("no/run.json")))
        .withMessage("there is no directory " + folder.resolve("no"));
  }
}
