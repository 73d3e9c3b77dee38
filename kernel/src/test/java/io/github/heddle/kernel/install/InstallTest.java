package io.github.heddle.kernel.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InstallTest {
  @TempDir private Path temp;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void aJar() throws IOException {
    Files.writeString(temp.resolve("built.jar"), "first");
  }

  @Test
  void prefixGetsTheJarTheLogosAndAKernelJson() throws IOException {
    assertThat(install("--prefix", temp.resolve("p").toString())).isZero();

    Path folder = temp.resolve("p/share/jupyter/kernels/heddle");
    assertThat(names(folder))
        .containsExactlyInAnyOrder(
            "heddle-compiler.json",
            "heddle-kernel.jar",
            "kernel.json",
            "logo-32x32.png",
            "logo-64x64.png",
            "logo-svg.svg");
    assertThat(out.toString()).contains(folder.toString());
  }

  @Test
  void kernelJsonStartsTheCopiedJarWithThisJava() throws IOException {
    install("--prefix", temp.toString());

    Path folder = temp.resolve("share/jupyter/kernels/heddle");
    JsonNode spec = new ObjectMapper().readTree(folder.resolve("kernel.json").toFile());
    assertThat(spec.get("language").asText()).isEqualTo("java");
    assertThat(spec.get("interrupt_mode").asText()).isEqualTo("message");
    assertThat(words(spec.get("metadata").get("supported_encryption"))).containsExactly("curve");
    assertThat(words(spec.get("argv")))
        .startsWith("/jdk/bin/java")
        .endsWith("-jar", folder.resolve("heddle-kernel.jar").toString(), "{connection_file}");
  }

  @Test
  void installingAgainRenewsTheJarAndLeavesNothingBehind() throws IOException {
    install("--prefix", temp.toString());
    Files.writeString(temp.resolve("built.jar"), "second");
    install("--prefix", temp.toString());

    Path folder = temp.resolve("share/jupyter/kernels/heddle");
    assertThat(folder.resolve("heddle-kernel.jar")).hasContent("second");
    assertThat(names(folder)).hasSize(6);
  }

  @Test
  void installingFromTheInstalledJarKeepsIt() throws IOException {
    install("--prefix", temp.toString());
    Path jar = temp.resolve("share/jupyter/kernels/heddle/heddle-kernel.jar");

    assertThat(command(jar).execute("--prefix", temp.toString())).isZero();

    assertThat(jar).hasContent("first");
  }

  @Test
  void whereNoCacheCanBeMadeTheKernelIsInstalledWithoutOne() throws IOException {
    assertThat(install("--prefix", temp.toString())).isZero();

    assertThat(out.toString()).contains("Without a cache").contains("/jdk/bin/java");
    Path json = temp.resolve("share/jupyter/kernels/heddle/kernel.json");
    assertThat(Files.readString(json)).doesNotContain("AOTCache", "CompilerDirectives");
  }

  @Test
  void nameChoosesTheFolder() {
    install("--prefix", temp.toString(), "--name", "heddle-dev");

    assertThat(temp.resolve("share/jupyter/kernels/heddle-dev/kernel.json")).exists();
  }

  @Test
  void withoutAPlaceItGoesToTheUsersFolder() {
    install();

    assertThat(temp.resolve("data/kernels/heddle/kernel.json")).exists();
  }

  @Test
  void badPlacesAreRefusedWithAReason() {
    assertThat(install("--sys-prefix")).isEqualTo(1);
    assertThat(err.toString()).contains("VIRTUAL_ENV").contains("--prefix DIR");
    assertThat(install("--name", "../elsewhere")).isEqualTo(1);
    assertThat(err.toString()).contains("--name may have letters");
    assertThat(install("--user", "--prefix", temp.toString())).isEqualTo(2);
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "not a folder");

    assertThat(install("--prefix", file.toString())).isEqualTo(1);

    assertThat(err.toString()).contains("Cannot install").contains(file.toString());
  }

  private int install(String... arguments) {
    return command(temp.resolve("built.jar")).execute(arguments);
  }

  private CommandLine command(Path jar) {
    JupyterFolders folders =
        new JupyterFolders(
            Map.of("JUPYTER_DATA_DIR", temp.resolve("data").toString()), "Linux", temp);
    return new CommandLine(
            new Install(folders, new Launch(Path.of("/jdk/bin/java"), jar, Optional.empty())))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static List<String> words(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
