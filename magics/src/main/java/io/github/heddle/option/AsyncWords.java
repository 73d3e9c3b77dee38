package io.github.heddle.option;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The options of `%%async`.
@Command(
    name = "async",
    header = {
      "Runs the body once per task on one event-loop thread. A task that waits (sleep, sockets,",
      "queues, locks) leaves the loop to the others; one that computes holds it."
    },
    footer = {
      "Examples",
      "  %%%%async --over urls --as url --into pages --timeout 30s",
      "  fetch(url)",
      "",
      "  %%%%async -n 10000",
      "  Thread.sleep(1000);"
    })
final class AsyncWords extends CommonWords {
  /// Only to say why there is none.
  @Option(
      names = {"-w", "--workers"},
      hidden = true,
      converter = Values.NoWorkers.class)
  @Nullable Integer workers;
}
