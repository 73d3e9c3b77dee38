package io.github.heddle.picture.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngTest {
  /// Where the format says how many bits a pixel has.
  private static final int BITS = 24;

  private static final int WIDTH = 19; // rows end inside of a byte

  /// A canvas in which each colour is seen, the ground included, in no regular order.
  private static Canvas canvas(int colours) {
    Canvas canvas = new Canvas(WIDTH, 3 * colours);
    IntStream.range(0, WIDTH * 3 * colours)
        .filter(at -> at * 7 % colours > 0)
        .forEach(at -> canvas.fill(at % WIDTH, at / WIDTH, 1, 1, rgb(at * 7 % colours)));
    return canvas;
  }

  private static int rgb(int number) {
    return 0x010305 * number;
  }

  private static BufferedImage decoded(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(file));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 2", "4, 2", "5, 4", "16, 4", "17, 8", "200, 8"})
  void aPixelHasAsManyBitsAsItsColoursNeedAndComesBack(int colours, int bits) throws IOException {
    Canvas canvas = canvas(colours);
    byte[] file = Png.of(canvas);
    BufferedImage image = decoded(file);

    assertThat(canvas.colours()).hasSize(colours);
    assertThat(file[BITS]).isEqualTo((byte) bits);
    assertThat(IntStream.range(0, WIDTH * canvas.height()))
        .allSatisfy(at -> {
          int number = at * 7 % colours;
          assertThat(image.getRGB(at % WIDTH, at / WIDTH) & 0xFFFFFF)
              .isEqualTo(number == 0 ? 0xFFFFFF : rgb(number));
        });
  }

  @Test
  void aFileThatWasWrittenSoonerShowsTheSame() throws IOException {
    Canvas canvas = canvas(12);
    BufferedImage careful = decoded(Png.of(canvas));
    BufferedImage quick = decoded(Png.quick(canvas));

    assertThat(quick.getRGB(0, 0, WIDTH, 36, null, 0, WIDTH))
        .isEqualTo(careful.getRGB(0, 0, WIDTH, 36, null, 0, WIDTH));
  }
}
