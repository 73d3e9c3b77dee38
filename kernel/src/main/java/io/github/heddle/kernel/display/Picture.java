package io.github.heddle.kernel.display;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.DisplayDataRenderable;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;

/// A picture: `Picture.of(image)`, `Picture.of(Path.of("loom.png"))`, `Picture.of(bytes, "png")`.
///
/// @param type its MIME type
/// @param content Base64, or the source of an SVG picture
/// @param text what stands for it where pictures are not shown
public record Picture(String type, String content, String text) implements DisplayDataRenderable {
  private static final Map<String, String> TYPES =
      Map.of(
          "png", "image/png",
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "gif", "image/gif",
          "svg", "image/svg+xml");

  /// A picture in memory, as PNG.
  public static Picture of(RenderedImage image) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Picture(
        "image/png",
        Base64.getEncoder().encodeToString(png.toByteArray()),
        "picture of %d × %d pixels".formatted(image.getWidth(), image.getHeight()));
  }

  /// The bytes of a picture's file.
  ///
  /// @param type `png`, `jpg`, `gif`, `svg`, or such a MIME type
  /// @throws IllegalArgumentException if it is another
  public static Picture of(byte[] file, String type) {
    String asked = type.toLowerCase(Locale.ROOT);
    String known = TYPES.getOrDefault(asked, asked);
    if (!TYPES.containsValue(known)) {
      throw new IllegalArgumentException(
          "a picture is png, jpg, gif or svg, not " + type + ": read others with ImageIO");
    }
    String content =
        known.equals("image/svg+xml")
            ? new String(file, StandardCharsets.UTF_8)
            : Base64.getEncoder().encodeToString(file);
    return new Picture(known, content, "picture of %,d bytes, %s".formatted(file.length, known));
  }

  /// The bytes of a picture's file: they tell themselves what they are.
  ///
  /// @throws IllegalArgumentException if they do not
  public static Picture of(byte[] file) {
    return of(file, type(file));
  }

  /// A picture's file.
  ///
  /// @throws IOException if it cannot be read
  public static Picture of(Path file) throws IOException {
    return of(Files.readAllBytes(file));
  }

  private static String type(byte[] file) {
    String head = new String(file, 0, Math.min(file.length, 400), StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u0089PNG")) {
      return "png";
    }
    if (head.startsWith("GIF8")) {
      return "gif";
    }
    byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    if (file.length > 2 && Arrays.equals(jpeg, 0, 3, file, 0, 3)) {
      return "jpg";
    }
    return head.contains("<svg") || head.startsWith("<?xml") ? "svg" : "of an unknown type";
  }

  @Override
  public void render(RenderContext context) {
    DisplayData out = context.getOutputContainer();
    out.putData(type, content);
    out.putText(text);
  }
}
