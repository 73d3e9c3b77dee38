package io.github.heddle.host;

/// Implemented by a kernel that can host these magics: the kernel given to a magic is asked for the
/// host of the cell under way.
public interface HostProvider {
  /// The host of the cell that the calling thread belongs to.
  ///
  /// @throws IllegalStateException on a thread that belongs to no cell
  Host host();
}
