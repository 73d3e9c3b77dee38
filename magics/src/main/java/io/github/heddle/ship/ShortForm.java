package io.github.heddle.ship;

import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Values that need no graph: most elements and results are such, and there may be very many of
/// them. The first byte says what follows.
final class ShortForm {
  /// A graph follows.
  static final byte GRAPH = 0;

  private static final byte NULL = 1;
  private static final byte FALSE = 2;
  private static final byte TRUE = 3;
  private static final byte INT = 4;
  private static final byte LONG = 5;
  private static final byte DOUBLE = 6;
  private static final byte FLOAT = 7;
  private static final byte SHORT = 8;
  private static final byte BYTE = 9;
  private static final byte CHARACTER = 10;
  private static final byte TEXT = 11;
  private static final byte ARRAY = 12;

  private ShortForm() {}

  /// The value in short, where it has a short form.
  static Optional<Parcel> of(@Nullable Object value) {
    // no switch over types: a worker would make a class for it as it starts
    if (value == null) {
      return bytes(NULL);
    } else if (value instanceof Integer number) {
      return bits(INT, Integer.BYTES, number);
    } else if (value instanceof String text) {
      return text(text);
    } else if (value instanceof Long number) {
      return bits(LONG, Long.BYTES, number);
    } else if (value instanceof Double number) {
      return bits(DOUBLE, Double.BYTES, Double.doubleToRawLongBits(number));
    } else if (value instanceof Boolean truth) {
      return bytes(truth ? TRUE : FALSE);
    }
    return ofSmall(value);
  }

  private static Optional<Parcel> ofSmall(Object value) {
    if (value instanceof Float number) {
      return bits(FLOAT, Float.BYTES, Float.floatToRawIntBits(number));
    } else if (value instanceof Short number) {
      return bits(SHORT, Short.BYTES, number);
    } else if (value instanceof Byte number) {
      return bits(BYTE, Byte.BYTES, number);
    } else if (value instanceof Character character) {
      return bits(CHARACTER, Character.BYTES, character);
    }
    return FarArray.isLarge(value) ? array(value) : Optional.empty();
  }

  /// The value of a parcel whose first byte is not [#GRAPH].
  static @Nullable Object value(Parcel parcel) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(parcel.graph());
    byte form = bytes.get();
    return switch (form) {
      case NULL -> null;
      case FALSE -> false;
      case TRUE -> true;
      case INT -> bytes.getInt();
      case LONG -> bytes.getLong();
      case DOUBLE -> bytes.getDouble();
      case FLOAT -> bytes.getFloat();
      case SHORT -> bytes.getShort();
      case BYTE -> bytes.get();
      case CHARACTER -> bytes.getChar();
      case TEXT -> new String(parcel.graph(), 1, bytes.remaining(), StandardCharsets.UTF_8);
      case ARRAY -> parcel.arrays().getFirst();
      default -> throw new StreamCorruptedException("no value begins with " + form);
    };
  }

  private static Optional<Parcel> bytes(byte... bytes) {
    return Optional.of(new Parcel(bytes, List.of()));
  }

  /// The lowest bytes of these bits, the highest of them first.
  private static Optional<Parcel> bits(byte form, int length, long bits) {
    byte[] bytes = new byte[1 + length];
    bytes[0] = form;
    for (int index = length, shift = 0; index > 0; index--, shift += Byte.SIZE) {
      bytes[index] = (byte) (bits >>> shift);
    }
    return bytes(bytes);
  }

  private static Optional<Parcel> array(Object array) {
    return Optional.of(new Parcel(new byte[] {ARRAY}, List.of(array)));
  }

  /// UTF-8 has no form for half a surrogate pair, so text with surrogates is left to the graph.
  private static Optional<Parcel> text(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (Character.isSurrogate(text.charAt(index))) {
        return Optional.empty();
      }
    }
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[1 + encoded.length];
    bytes[0] = TEXT;
    System.arraycopy(encoded, 0, bytes, 1, encoded.length);
    return bytes(bytes);
  }
}
