package io.github.heddle.kernel.usage;

/// Memory of the machine, in bytes.
///
/// @param available what new processes could get; what is merely cached counts as available
public record HostMemory(long total, long available, long free) {
  /// Memory that is in use and could not be had.
  public long used() {
    return total - available;
  }

  /// The share of memory that is in use, in percent.
  public double percent() {
    return total == 0 ? 0 : 100.0 * used() / total;
  }
}
