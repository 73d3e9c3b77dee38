package io.github.heddle.sampling;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;
import oshi.util.GlobalConfig;

/// What OSHI tells on systems without `/proc`. It is loaded when it is first asked for, which takes
/// some tenths of a second. For one thread at a time.
final class OtherSystem {
  private static final TickType[] BUSY = {
    TickType.USER, TickType.NICE, TickType.SYSTEM, TickType.IRQ, TickType.SOFTIRQ, TickType.STEAL
  };

  private final CentralProcessor processor;
  private final OperatingSystem system;

  private OtherSystem(SystemInfo info) {
    this.processor = info.getHardware().getProcessor();
    this.system = info.getOperatingSystem();
  }

  /// Loaded once.
  private static final class Here {
    private static final Optional<OtherSystem> SYSTEM = load();

    private static Optional<OtherSystem> load() {
      try {
        // what was read is not to be told again for the next 300 ms, as it is elsewhere
        GlobalConfig.set(GlobalConfig.OSHI_UTIL_MEMOIZER_EXPIRATION, 0);
        return Optional.of(new OtherSystem(new SystemInfo()));
      } catch (LinkageError | RuntimeException unknown) {
        // a system that OSHI does not know, or whose libraries it cannot load, tells nothing
        return Optional.empty();
      }
    }
  }

  /// This machine's, where OSHI knows it.
  static Optional<OtherSystem> here() {
    return Here.SYSTEM;
  }

  /// How long each core was busy since the machine started.
  synchronized SortedMap<Integer, Long> busyNanos() {
    long[][] ticks = processor.getProcessorCpuLoadTicks();
    SortedMap<Integer, Long> busy = new TreeMap<>();
    for (int core = 0; core < ticks.length; core++) {
      long millis = 0;
      for (TickType type : BUSY) {
        millis += ticks[core][type.getIndex()];
      }
      busy.put(core, 1_000_000 * millis);
    }
    return busy;
  }

  /// The resident set of this process. On Windows it takes some hundredths of a second.
  synchronized OptionalLong residentBytes() {
    OSProcess process = system.getProcess(system.getProcessId());
    return process == null ? OptionalLong.empty() : OptionalLong.of(process.getResidentSetSize());
  }
}
