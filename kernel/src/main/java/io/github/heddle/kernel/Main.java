package io.github.heddle.kernel;

import io.github.heddle.kernel.evaluation.Evaluator;
import io.github.heddle.kernel.evaluation.JShellEvaluator;
import io.github.heddle.kernel.execution.CellRunner;
import io.github.heddle.kernel.magic.EverydayMagics;
import io.github.heddle.kernel.transport.Transport;
import io.github.heddle.kernel.weave.UncaughtInCells;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.zeromq.ZMQException;

/// Starts the kernel, or installs it.
public final class Main {
  private static final List<String> IMPORTS =
      List.of(
          "import io.github.heddle.*;",
          "import io.github.heddle.kernel.display.*;",
          "import java.io.*;",
          "import java.math.*;",
          "import java.net.*;",
          "import java.nio.file.*;",
          "import java.time.*;",
          "import java.util.*;",
          "import java.util.concurrent.*;",
          "import java.util.concurrent.atomic.*;",
          "import java.util.concurrent.locks.*;",
          "import java.util.function.*;",
          "import java.util.regex.*;",
          "import java.util.stream.*;",
          "import static io.github.heddle.kernel.display.Notebook.*;");

  private Main() {}

  /// Runs the kernel for a connection file, or the command `install`.
  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 1 && Files.isRegularFile(Path.of(arguments[0]))) {
      run(Path.of(arguments[0]));
    } else {
      Runtime.getRuntime().exit(Commands.execute(arguments));
    }
  }

  /// Nothing here may load the classes of commands: starting quickly matters.
  static void run(Path connectionFile) throws IOException {
    CompletableFuture<Evaluator> java =
        KernelLife.start(() -> new JShellEvaluator(IMPORTS, line -> System.out.println(line)));
    try {
      Transport transport = new Transport(new ConnectionFile(connectionFile).read());
      Thread.setDefaultUncaughtExceptionHandler(new UncaughtInCells(() -> System.err));
      KernelLife life = new KernelLife(java, transport);
      life.begin(Main::equip);
      server().ifPresent(life::endWith);
    } catch (ZMQException | GeneralSecurityException e) {
      throw new IOException("cannot serve " + connectionFile, e);
    }
  }

  /// The process that started the kernel; Jupyter names it to its kernels, on Windows in another
  /// way.
  private static Optional<ProcessHandle> server() {
    return Optional.ofNullable(System.getenv("JPY_PARENT_PID"))
        .filter(pid -> pid.matches("\\d{1,18}") && !pid.equals("1"))
        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)));
  }

  private static void equip(HeddleKernel kernel, Evaluator java) {
    CellRunner cells = kernel.cells();
    new EverydayMagics(java, kernel, cells::load, cells::endLeft, line -> System.out.println(line))
        .registerIn(kernel.getMagicsRegistry());
  }
}
