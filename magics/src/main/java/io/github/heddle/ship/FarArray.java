package io.github.heddle.ship;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/// Stands in a graph for a large array of primitives, which travels beside it.
///
/// @param index its place in [Parcel#arrays]
record FarArray(int index) implements Serializable {
  /// Smaller ones are copied faster than they are sent apart.
  private static final int LARGE = 16 * 1024;

  /// Whether it is an array of primitives that is worth it.
  static boolean isLarge(Object value) {
    return value.getClass().isArray() && isLargeArray(value);
  }

  private static boolean isLargeArray(Object value) {
    return switch (value) {
      case byte[] array -> array.length > LARGE;
      case boolean[] array -> array.length > LARGE;
      case short[] array -> array.length > LARGE / Short.BYTES;
      case char[] array -> array.length > LARGE / Character.BYTES;
      case int[] array -> array.length > LARGE / Integer.BYTES;
      case float[] array -> array.length > LARGE / Float.BYTES;
      case long[] array -> array.length > LARGE / Long.BYTES;
      case double[] array -> array.length > LARGE / Double.BYTES;
      default -> false;
    };
  }

  /// The arrays of one parcel: one that is met twice is sent once.
  static final class Collected {
    private final IdentityHashMap<Object, FarArray> places = new IdentityHashMap<>();
    private final List<Object> arrays = new ArrayList<>();

    FarArray place(Object array) {
      return places.computeIfAbsent(array, this::add);
    }

    private FarArray add(Object array) {
      arrays.add(array);
      return new FarArray(arrays.size() - 1);
    }

    List<Object> arrays() {
      return arrays;
    }
  }
}
