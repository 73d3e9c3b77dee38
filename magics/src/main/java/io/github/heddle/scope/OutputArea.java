package io.github.heddle.scope;

/// What stands under the cell that the calling thread works for. Any thread of the cell may change
/// it, also after the cell.
public interface OutputArea {
  /// Removes all outputs there are.
  ///
  /// @param withNext whether they stay until the next output comes, so that nothing flickers
  void clear(boolean withNext);
}
