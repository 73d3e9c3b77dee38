package io.github.heddle.sampling;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// A control group that limits the CPU time of this process: where its files are and what they say.
/// Pure.
///
/// @param version of the control group interface, 1 or 2
/// @param directory the process's own group
/// @param mountPoint the outermost group that can be seen
record ControlGroup(int version, Path directory, Path mountPoint) {
  /// The groups that a process belongs to, by version.
  ///
  /// @param groups the text of `/proc/self/cgroup`
  /// @param mounts the text of `/proc/self/mountinfo`
  static List<ControlGroup> find(String groups, String mounts) {
    return groups
        .lines()
        .map(line -> line.split(":", 3))
        .filter(parts -> parts.length == 3)
        .flatMap(parts -> find(parts, mounts).stream())
        .toList();
  }

  private static Optional<ControlGroup> find(String[] group, String mounts) {
    boolean second = group[0].equals("0") && group[1].isEmpty();
    boolean first = Arrays.asList(group[1].split(",", -1)).contains("cpu");
    if (!second && !first) {
      return Optional.empty();
    }
    return mounts
        .lines()
        .map(Mount::parse)
        .flatMap(Optional::stream)
        .filter(mount -> second ? mount.isSecond() : mount.isFirstOf("cpu"))
        .findFirst()
        .map(mount -> mount.group(second ? 2 : 1, group[2]));
  }

  /// The group and those around it, the innermost first: each may limit it.
  List<Path> directories() {
    List<Path> all = new ArrayList<>();
    Path next = directory;
    while (next != null && next.startsWith(mountPoint)) {
      all.add(next);
      next = next.getParent();
    }
    return all;
  }

  /// How many cores' worth of time version 2 grants: `cpu.max` is `max 100000` or `50000 100000`.
  static OptionalDouble quota(ProcText cpuMax) {
    return quota(cpuMax.field(0, 0), cpuMax.field(1, 0));
  }

  /// How many version 1 grants: `cpu.cfs_quota_us` is -1 where there is no limit.
  static OptionalDouble quota(ProcText quotaMicros, ProcText periodMicros) {
    return quota(quotaMicros.field(0, 0), periodMicros.field(0, 0));
  }

  private static OptionalDouble quota(OptionalLong quota, OptionalLong period) {
    return quota.orElse(-1) > 0 && period.orElse(0) > 0
        ? OptionalDouble.of((double) quota.getAsLong() / period.getAsLong())
        : OptionalDouble.empty();
  }

  /// How long the group's threads were kept from running, from `cpu.stat` of either version.
  static OptionalLong throttledNanos(ProcText cpuStat) {
    OptionalLong micros = cpuStat.valueOf("throttled_usec");
    return micros.isPresent()
        ? OptionalLong.of(1000 * micros.getAsLong())
        : cpuStat.valueOf("throttled_time");
  }

  /// A line of mountinfo: `31 23 0:28 /root /mount/point rw - cgroup cgroup rw,cpu,cpuacct`.
  private record Mount(String root, String mountPoint, String type, List<String> options) {
    static Optional<Mount> parse(String line) {
      int separator = line.indexOf(" - ");
      String[] before = line.split(" ", -1);
      String[] after = line.substring(Math.max(0, separator)).strip().split(" ", -1);
      return separator < 0 || before.length < 5 || after.length < 4
          ? Optional.empty()
          : Optional.of(
              new Mount(before[3], before[4], after[1], List.of(after[3].split(",", -1))));
    }

    boolean isSecond() {
      return type.equals("cgroup2");
    }

    boolean isFirstOf(String controller) {
      return type.equals("cgroup") && options.contains(controller);
    }

    /// The mount shows the hierarchy from its root on; what lies outside of it cannot be seen.
    ControlGroup group(int version, String path) {
      Path point = Path.of(mountPoint);
      Path group = Path.of(path).normalize();
      boolean inside = group.startsWith(root) && !path.contains("..");
      Path within = inside ? Path.of(root).relativize(group) : Path.of("");
      return new ControlGroup(version, point.resolve(within).normalize(), point);
    }
  }
}
