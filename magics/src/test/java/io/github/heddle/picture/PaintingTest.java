package io.github.heddle.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.report.SampleComparisons;
import io.github.heddle.report.SampleRun;
import io.github.heddle.report.SampleRuns;
import io.github.heddle.report.Versus;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class PaintingTest {
  private static final Path GOLDEN =
      Path.of("src/test/resources/io/github/heddle/picture/golden.properties");

  private static BufferedImage image(SampleRun run) throws IOException {
    return image(Pictures.of(run.report(), EnumSet.allOf(Part.class)));
  }

  private static BufferedImage image(List<Bundle> bundles) throws IOException {
    Map<String, Object> data = bundles.getFirst().data();
    byte[] png = Base64.getDecoder().decode((String) data.get("image/png"));
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static String hash(BufferedImage image) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * image.getWidth() * image.getHeight());
    bytes.asIntBuffer().put(pixels(image));
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.array());
      return image.getWidth() + "x" + image.getHeight() + "-" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  @Test
  void aDecoderReadsAnOpaquePaletteWithTwiceThePixelsOfThePage() throws IOException {
    BufferedImage image = image(SampleRuns.oversubscribed());
    Map<String, Object> metadata =
        Pictures.of(SampleRuns.oversubscribed().report(), EnumSet.allOf(Part.class))
            .getFirst()
            .metadata();

    assertThat(image.getColorModel()).isInstanceOf(IndexColorModel.class);
    assertThat(image.getTransparency()).isEqualTo(BufferedImage.OPAQUE);
    assertThat(metadata.get("image/png"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("width", image.getWidth() / 2)
        .containsEntry("height", image.getHeight() / 2);
  }

  @Test
  void theStatesHaveTheirColoursAndTheGroundIsWhite() throws IOException {
    assertThat(pixels(image(SampleRuns.locked())))
        .contains(0xFFFFFFFF, 0xFF0072B2, 0xFFCC79A7)
        .doesNotContain(0xFFE69F00);
  }

  @Test
  void theLengthOfBarsIsTheLengthOfTime() throws IOException {
    BufferedImage image = image(SampleRuns.locked());
    long blue = Arrays.stream(pixels(image)).filter(rgb -> rgb == 0xFF0072B2).count();
    long pink = Arrays.stream(pixels(image)).filter(rgb -> rgb == 0xFFCC79A7).count();

    // 400 ms running at 32 pixels high, 600 ms locked at 10; numbers cover a little of the first
    assertThat(blue).isBetween(1_200L * 32 - 2_000, 1_200L * 32 + 400);
    assertThat(pink).isBetween(1_800L * 10 - 100, 1_800L * 10 + 400);
  }

  /// The pixels and not the file: how a file is compressed may differ between versions of zlib.
  @Test
  void thePixelsAreTheSameOnEveryMachine() throws IOException {
    Map<String, String> found = new TreeMap<>();
    for (Map.Entry<String, SampleRun> run : SampleRuns.all().entrySet()) {
      found.put(run.getKey(), hash(image(run.getValue())));
    }
    for (Map.Entry<String, Versus> comparison : SampleComparisons.all().entrySet()) {
      found.put(comparison.getKey(), hash(image(Pictures.of(comparison.getValue(), true))));
    }
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, properties(found));
    }
    assertThat(found)
        .as("look at the pictures; then: mvn test -Dgolden.update=true -Dtest=PaintingTest")
        .isEqualTo(golden());
  }

  private static String properties(Map<String, String> found) {
    return found.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static Map<String, String> golden() throws IOException {
    Properties properties = new Properties();
    try (var lines = Files.newBufferedReader(GOLDEN, StandardCharsets.UTF_8)) {
      properties.load(lines);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, properties::getProperty));
  }
}
