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

class LoadMagicTest {
  @TempDir private Path folder;
  private final List<String> ran = new ArrayList<>();
  private final List<String> said = new ArrayList<>();

  @Test
  void codeCellsOfANotebookAreRunInOrder() throws Exception {
    load(
        "a.ipynb",
        """
        {"metadata": {}, "cells": [
          {"cell_type": "code", "source": ["int a;\\n", "int b;"]},
          {"cell_type": "markdown", "source": "text"},
          {"cell_type": "code", "source": "int c;"}]}
        """);
    assertThat(ran).containsExactly("a.ipynb, cell 1|int a;\nint b;", "a.ipynb, cell 2|int c;");
    assertThat(said).containsExactly("loaded a.ipynb: 2 cells of code");
  }

  @Test
  void whatIsNoSnippetLeavesItsLineBehind() throws Exception {
    load("A.java", "package x.y;\nclass A {}\n");
    load("b.jsh", "int a = 1;\n// comment\n/exit\n");
    assertThat(ran)
        .containsExactly(
            "A.java|            \nclass A {}\n", "b.jsh|int a = 1;\n// comment\n     \n");
  }

  @Test
  void whatCannotBeLoadedIsSaid() {
    assertThatThrownBy(() -> load("b.jsh", "/open other.jsh\n")).hasMessageContaining("/open");
    assertThatThrownBy(() -> load("c.txt", "")).hasMessageContaining("not c.txt");
    assertThatThrownBy(() -> load("d.ipynb", "{]")).hasMessageContaining("d.ipynb is no notebook");
    assertThatThrownBy(() -> load("e.ipynb", "{}")).hasMessageContaining("e.ipynb is no notebook");
    assertThatThrownBy(() -> magic().load(List.of())).hasMessageContaining("name one file");
    assertThatThrownBy(() -> magic().load(List.of(folder.resolve("nix.jsh").toString())))
        .hasMessageContaining("there is no file");
    assertThatThrownBy(() -> magic().load(List.of(folder.toString())))
        .hasMessageContaining("is a folder");
    assertThat(ran).isEmpty();
  }

  @Test
  void aFileThatLoadsItselfIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("self.jsh"), "int a;");
    List<LoadMagic> self = new ArrayList<>();
    self.add(
        new LoadMagic((name, text) -> self.getFirst().load(List.of(file.toString())), said::add));
    assertThatThrownBy(() -> self.getFirst().load(List.of(file.toString())))
        .hasMessageContaining("self.jsh loads itself");
  }

  private void load(String name, String content) throws IOException, LoadFailed {
    magic().load(List.of(Files.writeString(folder.resolve(name), content).toString()));
  }

  private LoadMagic magic() {
    return new LoadMagic((name, text) -> ran.add(name + "|" + text), said::add);
  }
}
