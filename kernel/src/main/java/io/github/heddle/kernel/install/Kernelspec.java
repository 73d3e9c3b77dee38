package io.github.heddle.kernel.install;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.heddle.kernel.classfiles.ClassIndex;
import io.github.heddle.worker.WorkerRehearsal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The folder that tells Jupyter of a kernel: its jar, its logos, what the JVM's compilers are
/// told, an index of classes and caches that make it start quicker, and a kernel.json that says how
/// to start it. Every file is replaced at once and kernel.json comes last, so that a kernel started
/// meanwhile, or running from the older jar, is not harmed.
///
/// @param folder need not exist
record Kernelspec(Path folder) {
  private static final List<String> RESOURCES =
      List.of("logo-svg.svg", "logo-64x64.png", "logo-32x32.png", Launch.COMPILER);

  /// Writes or renews the jar and what belongs to it; caches of an older jar are removed.
  ///
  /// @param launch how this kernel was started
  /// @return how the copy is started
  Launch copy(Launch launch) throws IOException {
    Files.createDirectories(folder);
    Path jar = folder.resolve("heddle-kernel.jar");
    if (!isSame(launch.jar(), jar)) {
      replace(jar, temporary -> Files.copy(launch.jar(), temporary));
      Files.deleteIfExists(cacheFile());
      Files.deleteIfExists(ClassIndex.besides(jar));
      WorkerRehearsal.forget(jar);
    }
    for (String each : RESOURCES) {
      replace(folder.resolve(each), temporary -> Files.copy(resource(each), temporary));
    }
    return launch.withJar(jar);
  }

  /// Writes the index of the classes that the compiler of a copied kernel reads.
  void index(Launch copied) throws IOException {
    Path jar = copied.jar();
    replace(ClassIndex.besides(jar), temporary -> ClassIndex.write(jar, temporary));
  }

  /// Makes the cache of a copied kernel.
  ///
  /// @return how it is started with the cache
  Launch cache(Launch copied) throws IOException {
    replace(cacheFile(), temporary -> new AotCache(temporary).make(copied));
    return copied.withCache(cacheFile());
  }

  private Path cacheFile() {
    return folder.resolve("heddle-kernel.aot");
  }

  /// Makes the cache of its worker processes, which they find beside the jar.
  void cacheWorkers(Launch copied) throws IOException {
    WorkerRehearsal.of(copied.java(), copied.jar()).make();
  }

  /// Writes or renews kernel.json.
  void describe(Launch copied) throws IOException {
    String json = json(copied);
    replace(folder.resolve("kernel.json"), temporary -> Files.writeString(temporary, json));
  }

  /// The text of kernel.json.
  static String json(Launch launch) {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("argv", launch.command());
    spec.put("display_name", "Java (Heddle)");
    spec.put("language", "java");
    spec.put("interrupt_mode", "message");
    spec.put(
        "metadata",
        new TreeMap<>(Map.of("debugger", false, "supported_encryption", List.of("curve"))));
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(spec) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Puts content at a path.
  @FunctionalInterface
  private interface Writer {
    void write(Path path) throws IOException;
  }

  private static void replace(Path file, Writer writer) throws IOException {
    String name = ".%s.%d".formatted(file.getFileName(), ProcessHandle.current().pid());
    Path temporary = file.resolveSibling(name);
    try {
      Files.deleteIfExists(temporary);
      writer.write(temporary);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static boolean isSame(Path one, Path other) throws IOException {
    return Files.exists(other) && Files.isSameFile(one, other);
  }

  private static InputStream resource(String name) throws IOException {
    InputStream stream = Kernelspec.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IOException("the kernel's jar is damaged: it has no " + name);
    }
    return stream;
  }
}
