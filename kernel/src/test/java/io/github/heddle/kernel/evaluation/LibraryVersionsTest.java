package io.github.heddle.kernel.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A notebook that asks for a library of which the kernel has another version: two jars, of which
/// the second needs the first.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LibraryVersionsTest {
  private static final String GSON =
      """
      package com.google.gson;
      public class Gson { public static String version() { return "the notebook's"; } }
      """;
  private static final String TOOL =
      """
      package lib;
      public class Tool {
        public static String gson() { return com.google.gson.Gson.version(); }
        public static ClassLoader loader() { return com.google.gson.Gson.class.getClassLoader(); }
      }
      """;

  private final OtherProcess other = new OtherProcess();
  @TempDir private Path folder;

  @AfterEach
  void close() {
    other.close();
  }

  @Test
  void cellsAndWorkersGetTheVersionThatTheNotebookAskedFor() throws Throwable {
    Path gson = jar("gson", "com/google/gson/Gson", GSON, "");
    Path tool = jar("tool", "lib/Tool", TOOL, gson.toString());
    other.notebook().evaluator().addToClassPath(List.of(gson, tool));

    assertThat(other.notebook().value("lib.Tool.gson()")).isEqualTo("the notebook's");
    assertThat(other.notebook().value("lib.Tool.loader().getName()")).isEqualTo("cells");
    assertThat(other.result("lib.Tool.gson()")).isEqualTo("the notebook's");
    assertThat(other.result("lib.Tool.loader().getName()")).isEqualTo("notebook");
  }

  @Test
  void whatWasNotAskedForIsTheKernels() {
    assertThat(other.notebook().value("com.google.gson.Gson.class")).isSameAs(Gson.class);
  }

  @Test
  void resourcesComeFromTheSameJar() throws Exception {
    Path gson = jar("gson", "com/google/gson/Gson", GSON, "");
    other.notebook().evaluator().addToClassPath(List.of(gson));

    assertThat(other.notebook().evaluator().loader().getResource("com/google/gson/Gson.class"))
        .asString()
        .contains(gson.getFileName() + "!");
  }

  /// A jar of one class.
  private Path jar(String name, String type, String source, String classPath) throws IOException {
    Path file = folder.resolve(name + "/" + type + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, source);
    Path classes = folder.resolve(name + "-classes");
    Files.createDirectories(classes);
    ToolProvider.getSystemJavaCompiler()
        .run(
            null,
            null,
            null,
            Stream.of("-proc:none", "-cp", classPath, "-d", classes.toString(), file.toString())
                .toArray(String[]::new));
    Path jar = folder.resolve(name + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry(type + ".class"));
      out.write(Files.readAllBytes(classes.resolve(type + ".class")));
    }
    return jar;
  }
}
