package io.github.heddle.sampling;

/// Where threads go that belong to no cell.
final class ThreadGroups {
  private ThreadGroups() {}

  /// The group around all others.
  static ThreadGroup outermost() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }
}
