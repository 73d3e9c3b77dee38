package io.github.heddle.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {
  @TempDir Path folder;

  @Test
  void filesTellWhatTheyAre() throws IOException {
    Picture image = Picture.of(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB));
    byte[] png = Base64.getDecoder().decode(image.content());
    Path file = Files.write(folder.resolve("loom.png"), png);

    assertThat(image.text()).isEqualTo("picture of 3 × 2 pixels");
    assertThat(Picture.of(file).type()).isEqualTo("image/png");
    assertThat(Picture.of(file).content()).isEqualTo(image.content());
    assertThat(Picture.of("<svg/>".getBytes(StandardCharsets.UTF_8)).type())
        .isEqualTo("image/svg+xml");
  }

  @Test
  void anUnknownTypeIsRefused() {
    assertThatThrownBy(() -> Picture.of(new byte[] {1, 2, 3}, "bmp"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bmp");
    assertThatThrownBy(() -> Picture.of(new byte[] {1, 2, 3}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sourcesKeepTheirTypes() {
    NotebookRenderer renderer = new NotebookRenderer();
    assertThat(renderer.render(Html.of("<b>x</b>")).getData(MIMEType.TEXT_HTML))
        .isEqualTo("<b>x</b>");
    assertThat(renderer.render(Markdown.of("*x*")).getData(MIMEType.TEXT_MARKDOWN))
        .isEqualTo("*x*");
    assertThat(renderer.render(Latex.of("x^2")).getData(MIMEType.TEXT_LATEX)).isEqualTo("$$x^2$$");
    DisplayData diagram = renderer.render(Mermaid.of("graph LR; a --> b"));
    assertThat(diagram.getData(MIMEType.TEXT_MARKDOWN))
        .isEqualTo("```mermaid\ngraph LR; a --> b\n```");
    assertThat(diagram.getData(MIMEType.TEXT_PLAIN)).isEqualTo("graph LR; a --> b");
  }
}
