package io.github.heddle.kernel.install;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The folders in which Jupyter looks for kernelspecs.
///
/// @param variables the environment variables of the process
/// @param system the operating system's name, as in `os.name`
/// @param home the user's home folder
public record JupyterFolders(Map<String, String> variables, String system, Path home) {
  public JupyterFolders {
    variables = Map.copyOf(variables);
  }

  /// The folders as this process sees them.
  public static JupyterFolders ofThisProcess() {
    return new JupyterFolders(
        System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
  }

  /// Kernelspecs under a prefix such as `/usr/local` or a virtual environment.
  public static Path under(Path prefix) {
    return prefix.toAbsolutePath().normalize().resolve(Path.of("share", "jupyter", "kernels"));
  }

  /// Kernelspecs of this user.
  public Path user() {
    return dataFolder().resolve("kernels");
  }

  /// Kernelspecs of the active virtual or Conda environment.
  ///
  /// @throws IOException if there is none
  public Path environment() throws IOException {
    return Stream.of("VIRTUAL_ENV", "CONDA_PREFIX")
        .flatMap(name -> variable(name).stream())
        .findFirst()
        .map(prefix -> under(Path.of(prefix)))
        .orElseThrow(JupyterFolders::noEnvironment);
  }

  private static IOException noEnvironment() {
    return new IOException(
        "no virtual environment is active (neither VIRTUAL_ENV nor CONDA_PREFIX is set);"
            + " activate one, or name its folder: --prefix DIR");
  }

  private Path dataFolder() {
    return variable("JUPYTER_DATA_DIR").map(Path::of).orElseGet(this::defaultDataFolder);
  }

  private Path defaultDataFolder() {
    String lower = system.toLowerCase(Locale.ROOT);
    if (lower.contains("mac")) {
      return home.resolve("Library").resolve("Jupyter");
    }
    if (lower.contains("windows")) {
      return variable("APPDATA").map(Path::of).orElse(home).resolve("jupyter");
    }
    return variable("XDG_DATA_HOME")
        .map(Path::of)
        .orElse(home.resolve(".local").resolve("share"))
        .resolve("jupyter");
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }
}
