package io.github.heddle.trace;

/// What threads did that tasks started, or that worked for them in a shared pool; not contained in
/// the states of the tasks, which are those of their own threads.
///
/// @param threads how many there were; 0 where that is not known
/// @param runningNanos their CPU time
/// @param waitedForNanos how long tasks waited while a thread of their own was busy: one after the
///   other, that would be no wait
/// @param unsureNanos how long tasks waited while a shared pool was busy, or threads that nobody
///   looked at one by one, perhaps for them
public record Helpers(int threads, long runningNanos, long waitedForNanos, long unsureNanos) {
  /// There were none.
  public static final Helpers NONE = new Helpers(0, 0, 0, 0);
}
