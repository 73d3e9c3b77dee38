package io.github.heddle.ship;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Stands for a notebook: classes compiled from source, which no class path has. As a notebook's
/// class loader does, it gives their class files as streams.
final class SourceLoader extends ClassLoader {
  private final Map<String, byte[]> files = new HashMap<>();

  SourceLoader() {
    super("sources", SourceLoader.class.getClassLoader());
  }

  /// Compiles a source that declares the class of this name, and others.
  SourceLoader with(Path folder, String name, String source) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".java"), source);
    int failures =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-g",
                "-cp",
                folder + System.getProperty("path.separator") + classPath(),
                "-d",
                folder.toString(),
                file.toString());
    assertThat(failures).isZero();
    return taking(folder);
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private SourceLoader taking(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> classes = all.filter(each -> each.toString().endsWith(".class")).toList();
      for (Path each : classes) {
        files.put(each.getFileName().toString(), Files.readAllBytes(each));
      }
    }
    return this;
  }

  /// What a static method without parameters gives.
  Object call(String type, String method) throws ReflectiveOperationException {
    var found = loadClass(type).getDeclaredMethod(method);
    found.setAccessible(true);
    return found.invoke(null);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] file = files.get(name + ".class");
    if (file == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, file, 0, file.length);
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    byte[] file = files.get(name);
    return file == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(file);
  }
}
