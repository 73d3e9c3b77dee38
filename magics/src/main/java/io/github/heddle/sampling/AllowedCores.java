package io.github.heddle.sampling;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// The cores that a process may be placed on and that are there.
///
/// @param count how many; empty where it is not told
/// @param numbers of them; empty where they are not known
record AllowedCores(OptionalInt count, Set<Integer> numbers) {
  /// What the files of a process's directory and those beside it say.
  static AllowedCores in(Path process) {
    return of(
        ProcFile.readOnce(process.resolve("status"))
            .map(ProcessFiles::allowedCores)
            .orElseGet(TreeSet::new),
        ProcFile.readOnce(process.resolveSibling("stat"))
            .map(stat -> MachineStat.busyNanos(stat).keySet())
            .orElseGet(Set::of));
  }

  /// Where the process may be placed on cores that are not there, those that are there count. Where
  /// the two have different numbers for the same cores, as in some containers, nothing is known of
  /// the numbers.
  ///
  /// @param allowed where the process may be placed
  /// @param online the cores that run; empty where it is not told
  static AllowedCores of(SortedSet<Integer> allowed, Set<Integer> online) {
    if (allowed.isEmpty()) {
      return new AllowedCores(OptionalInt.empty(), Set.of());
    }
    if (online.isEmpty()) {
      return new AllowedCores(OptionalInt.of(allowed.size()), allowed);
    }
    int count = Math.min(allowed.size(), online.size());
    Set<Integer> both = new TreeSet<>(allowed);
    both.retainAll(online);
    return new AllowedCores(OptionalInt.of(count), both.size() == count ? both : Set.of());
  }
}
