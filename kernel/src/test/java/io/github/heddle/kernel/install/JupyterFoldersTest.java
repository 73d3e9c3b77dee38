package io.github.heddle.kernel.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JupyterFoldersTest {
  private static final Path HOME = Path.of("/home/ada");

  @Test
  void userFolderFollowsTheOperatingSystem() {
    assertThat(folders("Linux", Map.of()).user())
        .isEqualTo(Path.of("/home/ada/.local/share/jupyter/kernels"));
    assertThat(folders("Mac OS X", Map.of()).user())
        .isEqualTo(Path.of("/home/ada/Library/Jupyter/kernels"));
    assertThat(folders("Windows 11", Map.of("APPDATA", "/home/ada/AppData")).user())
        .isEqualTo(Path.of("/home/ada/AppData/jupyter/kernels"));
    assertThat(folders("Linux", Map.of("XDG_DATA_HOME", "/data")).user())
        .isEqualTo(Path.of("/data/jupyter/kernels"));
  }

  @Test
  void jupyterDataDirGoesBeforeTheOperatingSystemsFolder() {
    assertThat(folders("Mac OS X", Map.of("JUPYTER_DATA_DIR", "/jupyter")).user())
        .isEqualTo(Path.of("/jupyter/kernels"));
  }

  @Test
  void environmentIsTheActiveVirtualOrCondaOne() throws IOException {
    assertThat(folders("Linux", Map.of("CONDA_PREFIX", "/conda")).environment())
        .isEqualTo(Path.of("/conda/share/jupyter/kernels"));
    assertThat(
            folders("Linux", Map.of("CONDA_PREFIX", "/conda", "VIRTUAL_ENV", "/venv"))
                .environment())
        .isEqualTo(Path.of("/venv/share/jupyter/kernels"));
  }

  @Test
  void withoutAnActiveEnvironmentItSaysWhatToDo() {
    assertThatThrownBy(() -> folders("Linux", Map.of("VIRTUAL_ENV", "")).environment())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("activate one")
        .hasMessageContaining("--prefix DIR");
  }

  private static JupyterFolders folders(String system, Map<String, String> variables) {
    return new JupyterFolders(variables, system, HOME);
  }
}
