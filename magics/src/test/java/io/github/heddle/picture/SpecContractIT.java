package io.github.heddle.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Every specification against the very versions of Vega-Lite and Vega that JupyterLab 4 bundles.
/// Needs node and npm, and fails where they are missing.
class SpecContractIT {
  private static final Path SPECS = Path.of("target", "specs").toAbsolutePath();

  @Test
  void everySpecificationCompilesWithoutWarningAndIsValidAndCanBeDrawn()
      throws IOException, InterruptedException {
    SpecFiles.write(SPECS);
    Process run =
        new ProcessBuilder("src/test/node/run", SPECS.toString()).redirectErrorStream(true).start();
    String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(run.waitFor(5, TimeUnit.MINUTES)).as("ended in time").isTrue();
    assertThat(run.exitValue()).as(output).isZero();
    assertThat(output).contains("specifications hold");
  }
}
