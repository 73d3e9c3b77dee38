package io.github.heddle.kernel;

import io.github.heddle.kernel.install.Install;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What the jar does beside running the kernel.
@Command(
    name = "heddle-kernel.jar",
    description = "The Heddle kernel. Jupyter starts it with a connection file.",
    mixinStandardHelpOptions = true)
final class Commands implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  /// Runs the command named first.
  ///
  /// @return the exit code of the process
  static int execute(String[] arguments) throws IOException {
    return new CommandLine(new Commands())
        .addSubcommand(Install.ofThisKernel())
        .addSubcommand(new Rehearse())
        .execute(arguments);
  }

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
