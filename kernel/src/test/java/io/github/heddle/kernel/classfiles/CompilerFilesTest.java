package io.github.heddle.kernel.classfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.ITERABLE;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager.Location;
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
    files = CompilerFiles.over(standard(), kernel);
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

  /// The index is made up: what is in it is what was looked at.
  @Test
  void namesComeFromTheIndexOfTheJarWhereThereIsOne() throws IOException {
    index(text -> text.replace("/loom Warp", "/loom Warp Weft"));

    assertThat(names(StandardLocation.CLASS_PATH, "loom"))
        .containsExactly("loom.Warp", "loom.Weft");
    assertThat(compiles("int n = loom.Warp.threads() + java.util.List.of(1).size();")).isTrue();
  }

  @Test
  void packagesOfTheJdkComeFromItToo() throws IOException {
    index(text -> text.replace("java.base/java.util ", "java.base/java.util MadeUp "));
    assertThat(names(base(), "java.util"))
        .contains("java.util.MadeUp", "java.util.Map$Entry")
        .doesNotContain("java.util.ArrayList$1");
    assertThat(names(base(), "sun.security.util")).isNotEmpty();
  }

  @Test
  void everyTypeThatASourceCanNameIsInIt() throws IOException {
    List<String> without = names(base(), "java.util.stream");
    index(text -> text);
    assertThat(names(base(), "java.util.stream"))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            without.stream().filter(each -> !each.matches(".*\\$\\d.*")).toList());
  }

  @Test
  void anIndexThatWasCutOffIsOfNoUse() throws IOException {
    index(text -> text.replace("/loom Warp", "/loom Weft"));
    Path index = ClassIndex.besides(kernel);
    String text = Files.readString(index);
    for (int length : List.of(0, 1, text.length() / 2, text.length() - 1)) {
      Files.writeString(index, text.substring(0, length));
      files = CompilerFiles.over(standard(), kernel);
      assertThat(names(StandardLocation.CLASS_PATH, "loom")).containsExactly("loom.Warp");
    }
  }

  @Test
  void soIsOneOfAnotherJar() throws IOException {
    index(text -> text.replace("/loom Warp", "/loom Weft"));
    Files.setLastModifiedTime(kernel, FileTime.from(Instant.EPOCH));
    files = CompilerFiles.over(standard(), kernel);
    assertThat(names(StandardLocation.CLASS_PATH, "loom")).containsExactly("loom.Warp");
  }

  @Test
  void soIsWhatIsNoIndex() throws IOException {
    Files.writeString(ClassIndex.besides(kernel), "Es war\neinmal\n");
    files = CompilerFiles.over(standard(), kernel);
    assertThat(names(StandardLocation.CLASS_PATH, "loom")).containsExactly("loom.Warp");
  }

  private void index(UnaryOperator<String> change) throws IOException {
    Path index = ClassIndex.besides(kernel);
    ClassIndex.write(kernel, index);
    Files.writeString(index, change.apply(Files.readString(index)));
    files = CompilerFiles.over(standard(), kernel);
  }

  private Location base() throws IOException {
    return files.getLocationForModule(StandardLocation.SYSTEM_MODULES, "java.base");
  }

  private List<String> names(Location location, String packageName) throws IOException {
    List<String> names = new ArrayList<>();
    for (JavaFileObject each : files.list(location, packageName, Set.of(Kind.CLASS), false)) {
      names.add(files.inferBinaryName(location, each));
    }
    return names;
  }
}
