package io.github.heddle.ship;

import java.util.List;

/// A value on its way between processes.
///
/// @param graph the value, serialised
/// @param arrays large arrays of primitives, which the graph refers to by their place in this list:
///   they are sent as they lie in memory
@SuppressWarnings("ArrayRecordComponent") // sent as it is, never compared
public record Parcel(byte[] graph, List<Object> arrays) {
  /// Holds no value.
  public static final Parcel NOTHING = new Parcel(new byte[0], List.of());

  public Parcel {
    arrays = List.copyOf(arrays);
  }

  boolean holdsNothing() {
    return graph.length == 0;
  }
}
