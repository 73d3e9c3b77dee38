package io.github.heddle.trace;

import java.util.OptionalLong;

/// How much memory a process had at one moment, in bytes.
///
/// @param nanos when
/// @param residentBytes its resident set: the pages that were in the machine's memory, shared ones
///   included; empty where the system does not tell
/// @param heapBytes what objects on its heap took, those included that nobody reaches any more
/// @param afterCollectionBytes what was left of them after the last garbage collection; empty where
///   there was none yet, or nobody looked
public record MemoryReading(
    long nanos, OptionalLong residentBytes, long heapBytes, OptionalLong afterCollectionBytes) {
  /// The same by another clock.
  public MemoryReading shifted(long offsetNanos) {
    return at(nanos + offsetNanos);
  }

  /// The larger of two readings, at the moment of this one.
  MemoryReading or(MemoryReading later) {
    return later.size() > size() ? later.at(nanos) : this;
  }

  private MemoryReading at(long moment) {
    return new MemoryReading(moment, residentBytes, heapBytes, afterCollectionBytes);
  }

  /// The resident set or, where it is not known, the heap.
  private long size() {
    return residentBytes.orElse(heapBytes);
  }
}
