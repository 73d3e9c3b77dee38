package io.github.heddle.worker;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntFunction;

/// The kinds of arrays that are sent as they lie in memory. Both ends run on the same machine, so
/// the order of bytes is the same. Each has its letter, as in descriptors of Java.
@SuppressWarnings("ImmutableEnumChecker") // its functions have no state
enum ArrayKind {
  BYTE('B', byte[].class, byte[]::new, array -> MemorySegment.ofArray((byte[]) array)),
  CHAR('C', char[].class, char[]::new, array -> MemorySegment.ofArray((char[]) array)),
  SHORT('S', short[].class, short[]::new, array -> MemorySegment.ofArray((short[]) array)),
  INT('I', int[].class, int[]::new, array -> MemorySegment.ofArray((int[]) array)),
  FLOAT('F', float[].class, float[]::new, array -> MemorySegment.ofArray((float[]) array)),
  LONG('J', long[].class, long[]::new, array -> MemorySegment.ofArray((long[]) array)),
  DOUBLE('D', double[].class, double[]::new, array -> MemorySegment.ofArray((double[]) array)),
  /// Java lets nobody see these as memory, so they are sent as bytes.
  BOOLEAN('Z', boolean[].class, byte[]::new, ArrayKind::bytes);

  private final char letter;
  private final Class<?> type;
  private final IntFunction<Object> maker;
  private final Function<Object, MemorySegment> memory;

  ArrayKind(
      char letter,
      Class<?> type,
      IntFunction<Object> maker,
      Function<Object, MemorySegment> memory) {
    this.letter = letter;
    this.type = type;
    this.maker = maker;
    this.memory = memory;
  }

  static ArrayKind of(Object array) {
    return Arrays.stream(values())
        .filter(kind -> kind.type == array.getClass())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such array: " + array.getClass()));
  }

  static ArrayKind lettered(char letter) throws IOException {
    return Arrays.stream(values())
        .filter(kind -> kind.letter == letter)
        .findFirst()
        .orElseThrow(() -> new IOException("no array is of kind " + letter));
  }

  char letter() {
    return letter;
  }

  static int length(Object array) {
    return Array.getLength(array);
  }

  /// The array as memory, to read from.
  MemorySegment memory(Object array) {
    return memory.apply(array);
  }

  /// An array of that length, filled by someone who is given its memory.
  Object receive(int length, Filling filling) throws IOException {
    Object array = maker.apply(length);
    if (this == BOOLEAN) {
      filling.fill(MemorySegment.ofArray((byte[]) array));
      return booleans((byte[]) array);
    }
    filling.fill(memory.apply(array));
    return array;
  }

  /// Writes to memory.
  @FunctionalInterface
  interface Filling {
    void fill(MemorySegment memory) throws IOException;
  }

  private static MemorySegment bytes(Object array) {
    boolean[] values = (boolean[]) array;
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (values[i] ? 1 : 0);
    }
    return MemorySegment.ofArray(bytes);
  }

  private static boolean[] booleans(byte[] bytes) {
    boolean[] values = new boolean[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      values[i] = bytes[i] != 0;
    }
    return values;
  }
}
