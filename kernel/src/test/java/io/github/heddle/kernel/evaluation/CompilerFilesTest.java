package io.github.heddle.kernel.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.ITERABLE;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilerFilesTest {
  @TempDir private Path temp;
  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private Path kernel;
  private StandardJavaFileManager files;

  @BeforeEach
  void makeJar() throws IOException {
    kernel = jar("kernel.jar", Map.of("loom.Warp", "public static int threads() { return 8; }"));
    files = CompilerFiles.over(standard(), new OwnClasses(kernel));
  }

  private StandardJavaFileManager standard() {
    return compiler.getStandardFileManager(null, null, null);
  }

  private static JavaFileObject source(String name, String members) {
    int dot = name.lastIndexOf('.');
    String text =
        "package %s; public class %s { %s }"
            .formatted(name.substring(0, dot), name.substring(dot + 1), members);
    return new SimpleJavaFileObject(
        URI.create("test:///" + name.replace('.', '/') + ".java"), Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  private boolean compiles(String members) throws IOException {
    Path out = Files.createTempDirectory(temp, "out");
    return compiler
        .getTask(
            new StringWriter(),
            files,
            diagnostic -> {},
            List.of("-d", out.toString(), "-proc:none"),
            null,
            List.of(source("test.Test", members)))
        .call();
  }

  private Path jar(String name, Map<String, String> classes) throws IOException {
    Path out = Files.createTempDirectory(temp, "classes");
    List<JavaFileObject> sources = new ArrayList<>();
    classes.forEach((type, members) -> sources.add(source(type, members)));
    compiler.getTask(null, standard(), null, List.of("-d", out.toString()), null, sources).call();
    Path jar = temp.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
        var all = Files.walk(out)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry(out.relativize(each).toString().replace('\\', '/')));
        zip.write(Files.readAllBytes(each));
      }
    }
    return jar;
  }

  @Test
  void theCompilerFindsClassesOfTheJarAndOfTheJdk() throws IOException {
    assertThat(compiles("int n = loom.Warp.threads() + java.util.List.of(1).size();")).isTrue();
    assertThat(compiles("int n = loom.Weft.threads();")).isFalse();
  }

  @Test
  void theJarIsNotOpenedByTheStandardFiles() throws IOException {
    assertThat(files.getLocation(StandardLocation.CLASS_PATH)).isEmpty();
    assertThat(files.list(StandardLocation.CLASS_PATH, "loom", Set.of(Kind.CLASS), false))
        .singleElement()
        .satisfies(file ->
            assertThat(files.inferBinaryName(StandardLocation.CLASS_PATH, file))
                .isEqualTo("loom.Warp"));
    assertThat(files.list(StandardLocation.CLASS_PATH, "loom", Set.of(Kind.SOURCE), false))
        .isEmpty();
  }

  @Test
  void whoAsksForPlacesIsToldOfTheJar() {
    assertThat(files.getLocationAsPaths(StandardLocation.CLASS_PATH))
        .asInstanceOf(ITERABLE)
        .containsExactly(kernel);
  }

  @Test
  void whatANotebookAddsComesFirst() throws IOException {
    Path added =
        jar("added.jar", Map.of("loom.Warp", "public static String threads() { return \"\"; }"));
    String both = kernel + System.getProperty("path.separator") + added;
    assertThat(files.handleOption("-classpath", List.of(both).iterator())).isTrue();

    assertThat(compiles("String s = loom.Warp.threads();")).isTrue();
    assertThat(files.getLocationAsPaths(StandardLocation.CLASS_PATH))
        .asInstanceOf(ITERABLE)
        .containsExactly(added, kernel);
  }
}
