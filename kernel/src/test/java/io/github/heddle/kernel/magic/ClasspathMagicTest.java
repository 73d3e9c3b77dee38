package io.github.heddle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClasspathMagicTest {
  @TempDir private Path temp;
  private final List<Path> added = new ArrayList<>();
  private final ClasspathMagic magic = new ClasspathMagic(added::addAll);

  @Test
  void foldersJarsAndPatternsAreAdded() throws IOException {
    Path a = Files.createFile(temp.resolve("a.jar"));
    Path b = Files.createFile(temp.resolve("b.jar"));
    Files.createFile(temp.resolve("notes.txt"));

    magic.add(List.of(temp.toString(), temp.resolve("*.jar").toString()));

    assertThat(added).containsExactly(temp, a, b);
  }

  @Test
  void aPlaceThatDoesNotExistIsNamed() {
    for (String absent : List.of("absent.jar", "absent/*.jar", "*.war")) {
      assertThatThrownBy(() -> magic.add(List.of(temp.resolve(absent).toString())))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(absent);
    }
    assertThat(added).isEmpty();
  }

  @Test
  void aFileThatHoldsNoClassesIsRefused() throws IOException {
    Path notes = Files.createFile(temp.resolve("notes.txt"));
    assertThatThrownBy(() -> magic.add(List.of(notes.toString())))
        .hasMessageContaining("neither a jar nor a folder")
        .hasMessageContaining("notes.txt");
    assertThat(added).isEmpty();
  }

  @Test
  void withoutPlacesItSaysHowItIsUsed() {
    assertThatThrownBy(() -> magic.add(List.of())).hasMessageContaining("lib/*.jar");
  }
}
