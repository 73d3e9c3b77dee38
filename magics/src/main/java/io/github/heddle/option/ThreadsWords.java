package io.github.heddle.option;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The options of `%%threads`.
@Command(
    name = "threads",
    header = "Runs the body once per task on a pool of platform threads that share memory.",
    footer = {
      "Examples",
      "  %%%%threads -n 8",
      "  countPrimes(task * 100_000, (task + 1) * 100_000)",
      "",
      "  %%%%threads --over urls --as url -w 4 --into pages --timeout 30s",
      "  fetch(url)"
    })
final class ThreadsWords extends CommonWords {
  @Option(
      names = {"-w", "--workers"},
      paramLabel = "N",
      order = 1,
      converter = Values.Workers.class,
      description = "Number of threads; by default min(32, cores + 4), never more than tasks.")
  @Nullable Integer workers;

  @Override
  @Nullable Integer workers() {
    return workers;
  }
}
