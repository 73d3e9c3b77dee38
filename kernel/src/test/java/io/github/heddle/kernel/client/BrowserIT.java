package io.github.heddle.kernel.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// JupyterLab in Chromium. Where no Chromium is installed it is left out with a notice, but with
/// `CI=true` that is a failure.
class BrowserIT {
  private static final List<String> CHROMIUM =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

  @TestFactory
  Stream<DynamicTest> browser() throws Exception {
    if (chromium().isEmpty()) {
      assertThat(System.getenv("CI")).as("Chromium must be installed in CI").isNotEqualTo("true");
      abort("NO BROWSER TEST: no Chromium was found; install it, or set CHROMIUM to its path");
    }
    return new PythonTests("browser").run();
  }

  /// The same search as in browser/test_browser.py.
  private static Optional<Path> chromium() {
    return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), CHROMIUM.stream())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }
}
