package io.github.heddle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against a repository of three files in a folder: `top` needs `base`.
class MavenMagicTest {
  private static final String NEEDS =
      "<dependency><groupId>org.example</groupId><artifactId>%s</artifactId>"
          + "<version>1.0</version><scope>%s</scope></dependency>";

  @TempDir private Path temp;
  private final List<Path> added = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private final List<Supplier<List<Path>>> later = new ArrayList<>();

  @BeforeEach
  void aRepository() throws IOException {
    publish("base", "");
    publish("tests", "");
    publish("top", NEEDS.formatted("base", "runtime") + NEEDS.formatted("tests", "test"));
    publish("broken", NEEDS.formatted("absent", "compile"));
  }

  @Test
  void aLibraryComesWithWhatItNeedsAtRunTime() throws UnresolvedLibraryException {
    add("org.example:top:1.0");

    assertThat(added)
        .extracting(jar -> jar.getFileName().toString())
        .containsExactlyInAnyOrder("top-1.0.jar", "base-1.0.jar");
    assertThat(said).containsExactly("added 1 library and 1 that it needs");
  }

  @Test
  void severalLibrariesAreResolvedTogether() throws UnresolvedLibraryException {
    add("org.example:top:1.0", "org.example:base:1.0");

    assertThat(added).hasSize(2);
    assertThat(said).containsExactly("added 2 libraries");
  }

  @Test
  void whatIsMissingIsNamedWithWhatToDo() {
    assertThatThrownBy(() -> add("org.example:nowhere:1.0"))
        .isInstanceOf(UnresolvedLibraryException.class)
        .hasMessageContaining("org.example:nowhere")
        .hasMessageContaining("check group, artifact and version")
        .hasMessageContaining(repository().toString());
    assertThatThrownBy(() -> add("org.example:broken:1.0"))
        .isInstanceOf(UnresolvedLibraryException.class)
        .hasMessageContaining("org.example:absent");
    assertThat(added).isEmpty();
  }

  @Test
  void aDamagedDownloadIsRefused() throws IOException {
    Path jar = repository().resolve("org/example/base/1.0/base-1.0.jar");
    Files.writeString(jar, "something else");

    assertThatThrownBy(() -> add("org.example:base:1.0"))
        .isInstanceOf(UnresolvedLibraryException.class);
  }

  @Test
  void wordsThatAreNoLibraryAreRefused() {
    for (String word : List.of("guava", "org.example:top", "--verbose", "a:b:c:d:e:f")) {
      assertThatThrownBy(() -> add(word))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(word)
          .hasMessageContaining("group:artifact:version");
    }
    assertThatThrownBy(() -> add()).hasMessageContaining("group:artifact:version");
    assertThatThrownBy(() -> magic().add(List.of("org.example:top:1.0", "--repo")))
        .hasMessageContaining("--repo needs a URL");
  }

  @Test
  void sourcesAreGotLaterAndMayBeMissing() throws Exception {
    write(repository().resolve("org/example/base/1.0/base-1.0-sources.jar"), "sources");

    add("org.example:top:1.0");

    assertThat(added).hasSize(2);
    assertThat(later.getFirst().get())
        .extracting(jar -> jar.getFileName().toString())
        .containsExactly("base-1.0-sources.jar");
    assertThat(said).hasSize(1);
  }

  @Test
  void aPasswordThatIsEncryptedIsNotSentAsItStands() throws Exception {
    Path folder = Files.createDirectories(temp.resolve("local"));
    Files.writeString(
        folder.resolve("settings.xml"),
        """
        <settings>
          <servers>
            <server><id>near</id><username>me</username><password>{COQLCE6DU6GtcS5P=}</password></server>
          </servers>
          <mirrors><mirror><id>near</id><mirrorOf>central</mirrorOf><url>%s</url></mirror></mirrors>
        </settings>
        """
            .formatted(repository().toUri()));

    assertThatThrownBy(() -> magic().add(List.of("org.example:base:1.0")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("password of the server near")
        .hasMessageContaining("${env.NAME}");
    add("org.example:base:1.0"); // the repository that is named needs no server
    assertThat(added).hasSize(1);
  }

  @Test
  void settingsNameTheMirrorAndTheLocalRepository() throws Exception {
    Path folder = Files.createDirectories(temp.resolve("local"));
    Files.writeString(
        folder.resolve("settings.xml"),
        """
        <settings>
          <localRepository>%s</localRepository>
          <mirrors><mirror><id>near</id><mirrorOf>central</mirrorOf><url>%s</url></mirror></mirrors>
        </settings>
        """
            .formatted(temp.resolve("elsewhere"), repository().toUri()));

    magic().add(List.of("org.example:base:1.0"));

    assertThat(added).singleElement().asString().startsWith(temp.resolve("elsewhere").toString());
  }

  @Test
  void settingsThatCannotBeReadAreNamed() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("local"));
    Files.writeString(folder.resolve("settings.xml"), "<settings><mirrors></settings>");

    assertThatThrownBy(() -> add("org.example:base:1.0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("settings.xml");
  }

  private void add(String... libraries) throws UnresolvedLibraryException {
    List<String> words = new ArrayList<>(List.of(libraries));
    words.addAll(List.of("--repo", repository().toUri().toString()));
    magic().add(words);
  }

  private MavenMagic magic() {
    return new MavenMagic(
        temp.resolve("local"),
        added::addAll,
        later::add,
        new MavenMagic.Words(said::add, () -> said::add));
  }

  private Path repository() {
    return temp.resolve("remote");
  }

  private void publish(String artifact, String needs) throws IOException {
    Path folder = repository().resolve("org/example").resolve(artifact).resolve("1.0");
    Files.createDirectories(folder);
    write(folder.resolve(artifact + "-1.0.pom"), pom(artifact, needs));
    write(folder.resolve(artifact + "-1.0.jar"), artifact);
  }

  private static String pom(String artifact, String needs) {
    return """
    <project>
      <modelVersion>4.0.0</modelVersion>
      <groupId>org.example</groupId>
      <artifactId>%s</artifactId>
      <version>1.0</version>
      <dependencies>%s</dependencies>
    </project>
    """
        .formatted(artifact, needs);
  }

  private static void write(Path file, String content) throws IOException {
    Files.writeString(file, content);
    Files.writeString(file.resolveSibling(file.getFileName() + ".sha1"), sha1(content));
  }

  private static String sha1(String content) {
    try {
      byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
