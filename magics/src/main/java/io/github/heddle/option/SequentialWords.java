package io.github.heddle.option;

import picocli.CommandLine.Command;

/// The options of `%%sequential`.
@Command(
    name = "sequential",
    header = "Runs the body once per task on one thread, one task after the other: the baseline.",
    footer = {
      "Example",
      "  %%%%sequential --over List.of(30, 31, 32) --as n --into results",
      "  fibonacci(n)"
    })
final class SequentialWords extends CommonWords {}
