package io.github.heddle.picture.raster;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes a canvas as a PNG file with a palette.
public final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte PALETTE = 3;

  private Png() {}

  /// The bytes of the file, as few as can be.
  public static byte[] of(Canvas canvas) {
    return of(canvas, Deflater.BEST_COMPRESSION);
  }

  /// The bytes of a file that another will soon take the place of: more of them, sooner.
  public static byte[] quick(Canvas canvas) {
    return of(canvas, Deflater.BEST_SPEED);
  }

  private static byte[] of(Canvas canvas, int effort) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    chunk(file, "IHDR", header(canvas));
    chunk(file, "PLTE", palette(canvas.colours()));
    chunk(file, "IDAT", compressed(rows(canvas), effort));
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static byte[] header(Canvas canvas) {
    return ByteBuffer.allocate(13)
        .putInt(canvas.width())
        .putInt(canvas.height())
        .put((byte) bits(canvas))
        .put(PALETTE)
        .array();
  }

  private static byte[] palette(List<Integer> colours) {
    ByteBuffer palette = ByteBuffer.allocate(3 * colours.size());
    colours.forEach(
        rgb -> palette.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put(rgb.byteValue()));
    return palette.array();
  }

  /// As few as the numbers of the colours need, of those that the format knows.
  private static int bits(Canvas canvas) {
    int most = canvas.colours().size() - 1;
    return most < 2 ? 1 : most < 4 ? 2 : most < 16 ? 4 : 8;
  }

  /// Every row begins with the number of its filter, none, and fills whole bytes, from their
  /// highest bits on.
  private static byte[] rows(Canvas canvas) {
    int bits = bits(canvas);
    int perByte = Byte.SIZE / bits;
    int length = 1 + Math.ceilDiv(canvas.width(), perByte);
    byte[] pixels = canvas.pixels();
    byte[] rows = new byte[length * canvas.height()];
    for (int at = 0; at < pixels.length; at++) {
      int x = at % canvas.width();
      int place = at / canvas.width() * length + 1 + x / perByte;
      rows[place] |= (byte) (pixels[at] << (Byte.SIZE - bits * (x % perByte + 1)));
    }
    return rows;
  }

  private static byte[] compressed(byte[] bytes, int effort) {
    try (Deflater deflater = new Deflater(effort)) {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream result = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        result.write(buffer, 0, deflater.deflate(buffer));
      }
      return result.toByteArray();
    }
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
    byte[] typed =
        ByteBuffer.allocate(4 + data.length)
            .put(type.getBytes(StandardCharsets.US_ASCII))
            .put(data)
            .array();
    CRC32 check = new CRC32();
    check.update(typed);
    file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    file.writeBytes(typed);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }
}
