package io.github.heddle.option;

import java.util.Optional;
import picocli.CommandLine;

/// What there is to be read on the magics of this library, without a cell.
public final class MagicUsage {
  private MagicUsage() {}

  /// The text that `--help` shows; empty where it is none of this library's.
  public static Optional<String> of(String magic) {
    return LineReader.valuesFor(magic).map(values -> HelpText.of(command(values)));
  }

  private static CommandLine command(CommonWords values) {
    return HelpText.configure(new CommandLine(values));
  }
}
