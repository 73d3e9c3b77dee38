package io.github.heddle.kernel.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The virtual environment of the repository with this kernel installed in it.
///
/// @param root the repository
record JupyterEnvironment(Path root) {
  private static final Duration LONGEST = Duration.ofMinutes(20);

  /// Makes or renews the environment and installs the packaged kernel into it; quick where both are
  /// there already.
  static JupyterEnvironment prepared() {
    JupyterEnvironment environment =
        new JupyterEnvironment(Path.of(System.getProperty("heddle.root")));
    environment.must(List.of("./heddle", "venv"), "venv");
    if (!environment.hasThisKernel()) {
      environment.must(environment.install(), "install");
    }
    return environment;
  }

  /// The environment's Python.
  Path python() {
    return venv().resolve("bin").resolve("python");
  }

  /// Where logs, reports and screenshots go.
  Path results() {
    return root.resolve(Path.of("kernel", "target", "client"));
  }

  /// Runs a command in the repository until it ends, with its output in a log.
  ///
  /// @return the exit code
  int run(List<String> command, Path log) {
    try {
      Files.createDirectories(results());
      Process process = process(command, log).start();
      return exitCode(process, command);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProcessBuilder process(List<String> command, Path log) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    String jupyter = results().resolve("jupyter").toString();
    for (String folder : List.of("CONFIG", "DATA", "RUNTIME")) {
      builder.environment().put("JUPYTER_" + folder + "_DIR", jupyter + "/" + folder);
    }
    builder.environment().put("JUPYTER_PREFER_ENV_PATH", "1");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("HEDDLE_RESULTS", results().toString());
    return builder;
  }

  private static int exitCode(Process process, List<String> command) {
    try {
      if (process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      throw new AssertionError("still running after " + LONGEST + ": " + command);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private boolean hasThisKernel() {
    Path installed = venv().resolve(Path.of("share", "jupyter", "kernels", "heddle"));
    try {
      return Files.exists(installed.resolve("kernel.json"))
          && Files.mismatch(jar(), installed.resolve("heddle-kernel.jar")) < 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path jar() {
    return root.resolve(Path.of("kernel", "target", "heddle-kernel.jar"));
  }

  private Path venv() {
    return root.resolve(".venv");
  }

  private List<String> install() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-jar",
        jar().toString(),
        "install",
        "--prefix",
        venv().toString());
  }

  private void must(List<String> command, String name) {
    Path log = results().resolve(name + ".log");
    if (run(command, log) != 0) {
      throw new AssertionError(String.join(" ", command) + " failed:\n" + text(log));
    }
  }

  /// What a log says.
  static String text(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
