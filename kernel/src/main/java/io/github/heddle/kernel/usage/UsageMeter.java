package io.github.heddle.kernel.usage;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Measures what the kernel and the processes that it started use. CPU time is what each process
/// used since the last time; that of a process which ended in between is lost. Any thread may ask.
public final class UsageMeter {
  private static final double PERCENT = 100;
  private static final Path PROC = Path.of("/proc");

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private Map<Long, Duration> lastCpu = new HashMap<>();
  private Duration lastUptime = Duration.ZERO;

  /// What is used now.
  public synchronized Usage now() {
    List<ProcessHandle> processes =
        Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants())
            .toList();
    return new Usage(
        cpuPercent(processes),
        memory(processes),
        hostCpuPercent(),
        Runtime.getRuntime().availableProcessors(),
        hostMemory());
  }

  private double cpuPercent(List<ProcessHandle> processes) {
    Map<Long, Duration> cpu = new HashMap<>();
    processes.forEach(process -> cpu(process).ifPresent(used -> cpu.put(process.pid(), used)));
    Duration uptime = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    double used =
        cpu.entrySet().stream()
            .map(process -> process.getValue().minus(before(process.getKey())))
            .mapToDouble(Duration::toNanos)
            .sum();
    double passed = Math.max(1, uptime.minus(lastUptime).toNanos());
    lastCpu = cpu;
    lastUptime = uptime;
    return PERCENT * used / passed;
  }

  private Duration before(long process) {
    return lastCpu.getOrDefault(process, Duration.ZERO);
  }

  private static Optional<Duration> cpu(ProcessHandle process) {
    return process.info().totalCpuDuration();
  }

  /// Of a process that has just ended nothing is counted.
  private static OptionalLong memory(List<ProcessHandle> processes) {
    OptionalLong own = memory(processes.getFirst());
    return own.isEmpty()
        ? own
        : OptionalLong.of(
            processes.stream().map(UsageMeter::memory).mapToLong(bytes -> bytes.orElse(0)).sum());
  }

  private static OptionalLong memory(ProcessHandle process) {
    return lines(PROC.resolve(process.pid() + "/smaps_rollup"))
        .map(lines -> lines.bytes("Pss"))
        .orElse(OptionalLong.empty());
  }

  private OptionalDouble hostCpuPercent() {
    double load = system.getCpuLoad();
    return load > 0 ? OptionalDouble.of(PERCENT * load) : OptionalDouble.empty();
  }

  private HostMemory hostMemory() {
    long free = system.getFreeMemorySize();
    OptionalLong available =
        lines(PROC.resolve("meminfo"))
            .map(lines -> lines.bytes("MemAvailable"))
            .orElse(OptionalLong.empty());
    return new HostMemory(system.getTotalMemorySize(), available.orElse(free), free);
  }

  private static Optional<KiloByteLines> lines(Path file) {
    try {
      return Optional.of(new KiloByteLines(Files.readString(file)));
    } catch (IOException absent) {
      return Optional.empty();
    }
  }
}
