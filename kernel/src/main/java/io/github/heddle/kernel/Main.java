package io.github.heddle.kernel;

import io.github.heddle.kernel.evaluation.Evaluator;
import io.github.heddle.kernel.transport.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// Starts the kernel.
public final class Main {
  private Main() {}

  /// Runs the kernel for a connection file.
  public static void main(String[] arguments) throws Exception {
    start(
        Path.of(arguments[0]),
        () -> {
          throw new UnsupportedOperationException();
        },
        (kernel, java) -> {});
  }

  static void start(
      Path connectionFile, Supplier<Evaluator> java, BiConsumer<HeddleKernel, Evaluator> equip)
      throws IOException, GeneralSecurityException {
    new KernelLife(new Transport(new ConnectionFile(connectionFile).read())).begin(java, equip);
  }
}
