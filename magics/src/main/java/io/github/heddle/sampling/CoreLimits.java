package io.github.heddle.sampling;

import io.github.heddle.trace.UsableCores;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/// What limits the cores of this process: where it may be placed, and the quota of its control
/// groups. Read once; throttled time is read again at each call.
public final class CoreLimits {
  private final UsableCores usable;
  private final Set<Integer> cores;
  private final Optional<Path> cpuStat;

  private CoreLimits(UsableCores usable, Set<Integer> cores, Optional<Path> cpuStat) {
    this.usable = usable;
    this.cores = Set.copyOf(cores);
    this.cpuStat = cpuStat;
  }

  /// The limits of this process.
  public static CoreLimits ofThisProcess() {
    return in(Proc.SELF);
  }

  /// The limits that the files of a process's directory tell of.
  static CoreLimits in(Path process) {
    List<Level> levels = levels(process);
    Optional<Level> tightest =
        levels.stream()
            .filter(level -> level.quota().isPresent())
            .min(Comparator.comparingDouble(level -> level.quota().orElseThrow()));
    AllowedCores allowed = AllowedCores.in(process);
    return new CoreLimits(
        new UsableCores(
            allowed.count().orElseGet(Runtime.getRuntime()::availableProcessors),
            tightest.map(Level::quota).orElse(OptionalDouble.empty())),
        allowed.numbers(),
        tightest.or(() -> levels.stream().findFirst()).map(level -> level.path("cpu.stat")));
  }

  /// The cores the process may use.
  public UsableCores usable() {
    return usable;
  }

  /// The operating system's numbers of the cores that the process may be placed on; empty where
  /// they are not known.
  Set<Integer> cores() {
    return cores;
  }

  /// How long the quota has kept threads of the process's control group from running; empty where
  /// there is no quota.
  OptionalLong throttledNanos() {
    return cpuStat
        .filter(_ -> usable.quota().isPresent())
        .flatMap(ProcFile::readOnce)
        .map(ControlGroup::throttledNanos)
        .orElse(OptionalLong.empty());
  }

  private static List<Level> levels(Path process) {
    String groups = text(process.resolve("cgroup"));
    String mounts = text(process.resolve("mountinfo"));
    return ControlGroup.find(groups, mounts).stream()
        .flatMap(
            group -> group.directories().stream().map(path -> new Level(group.version(), path)))
        .filter(level -> ProcFile.readOnce(level.path("cpu.stat")).isPresent())
        .toList();
  }

  private static String text(Path path) {
    return ProcFile.readOnce(path).map(ProcText::toString).orElse("");
  }

  /// One directory of the control group and what it grants.
  private record Level(int version, Path directory) {
    Path path(String file) {
      return directory.resolve(file);
    }

    OptionalDouble quota() {
      return version == 2
          ? read("cpu.max").map(ControlGroup::quota).orElse(OptionalDouble.empty())
          : read("cpu.cfs_quota_us")
              .flatMap(quota -> read("cpu.cfs_period_us").map(p -> ControlGroup.quota(quota, p)))
              .orElse(OptionalDouble.empty());
    }

    private Optional<ProcText> read(String file) {
      return ProcFile.readOnce(path(file));
    }
  }
}
