package io.github.heddle.option;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The options of `%%virtual`.
@Command(
    name = "virtual",
    header = {
      "Runs the body once per task, each on a virtual thread of its own; they share a few platform",
      "threads, the carriers. A task that waits leaves its carrier to the others."
    },
    footer = {
      "Examples",
      "  %%%%virtual -n 10000",
      "  Thread.sleep(1000);",
      "",
      "  %%%%virtual --over urls --as url -w 2 --into pages",
      "  fetch(url)"
    })
final class VirtualWords extends CommonWords {
  @Option(
      names = {"-w", "--workers"},
      paramLabel = "N",
      order = 1,
      converter = Values.Workers.class,
      description = "Number of carriers; by default one for each core, never more than tasks.")
  @Nullable Integer workers;

  @Override
  @Nullable Integer workers() {
    return workers;
  }
}
