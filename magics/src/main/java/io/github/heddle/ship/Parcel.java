package io.github.heddle.ship;

import java.util.List;

/// A value on its way between processes.
///
/// @param graph the value, serialised
/// @param arrays large arrays of primitives, which the graph refers to by their place in this list:
///   they are sent as they lie in memory
@SuppressWarnings("ArrayRecordComponent") // sent as it is, never compared
public record Parcel(byte[] graph, List<Object> arrays) {
  public Parcel {
    arrays = List.copyOf(arrays);
  }
}
