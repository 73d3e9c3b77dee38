package io.github.heddle.kernel.install;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;

/// What starts the kernel: a Java and a jar.
///
/// @param java the `java` command
/// @param jar the kernel's jar
public record Launch(Path java, Path jar) {
  /// `--add-opens`: the scheduler of a run's own virtual threads is not public API in JDK 25.
  /// `headless`: pictures are drawn without a screen. Compilers and the garbage collector are left
  /// to the JVM, which knows how many cores it has.
  private static final List<String> FLAGS =
      List.of(
          "-Djava.awt.headless=true",
          "-Xshare:auto",
          "--add-opens=java.base/java.lang=ALL-UNNAMED");

  /// The Java and the jar that this process runs.
  ///
  /// @throws IOException if it was not started from a jar
  public static Launch ofThisProcess() throws IOException {
    CodeSource source = Launch.class.getProtectionDomain().getCodeSource();
    Path jar = Path.of(location(source));
    if (!Files.isRegularFile(jar)) {
      throw new IOException(
          "not started from a jar but from %s; run `java -jar heddle-kernel.jar install`"
              .formatted(jar));
    }
    return new Launch(javaIn(Path.of(System.getProperty("java.home"))), jar);
  }

  /// The same start with the jar at another place.
  public Launch withJar(Path other) {
    return new Launch(java, other);
  }

  /// The command line, in the form of a kernel.json: all paths absolute, the connection file a
  /// placeholder.
  public List<String> command() {
    return Stream.of(
            Stream.of(java.toAbsolutePath().toString()),
            FLAGS.stream(),
            Stream.of("-jar", jar.toAbsolutePath().toString(), "{connection_file}"))
        .flatMap(part -> part)
        .toList();
  }

  private static Path javaIn(Path home) {
    Path windows = home.resolve("bin").resolve("java.exe");
    return Files.exists(windows) ? windows : home.resolve("bin").resolve("java");
  }

  private static URI location(CodeSource source) throws IOException {
    try {
      return source.getLocation().toURI();
    } catch (URISyntaxException e) {
      throw new IOException("the kernel's own jar has no usable address", e);
    }
  }
}
