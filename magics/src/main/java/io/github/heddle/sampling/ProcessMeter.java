package io.github.heddle.sampling;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// What this whole process uses, as far as the system tells.
public final class ProcessMeter {
  /// Fields 14 and 15 of `stat`, counted from the one after the name: user and system time.
  private static final int USER_TICKS = 11;

  private ProcessMeter() {}

  /// CPU time of all threads, those of the JVM included. The sum over live threads is exact but
  /// lacks threads that have ended; the process's own count has them, in hundredths of a second.
  public static OptionalLong cpuNanos() {
    OptionalLong counted =
        ProcFile.readOnce(Proc.SELF.resolve("stat"))
            .map(ProcessMeter::ticks)
            .orElse(OptionalLong.empty());
    return counted.isPresent()
        ? OptionalLong.of(Math.max(counted.getAsLong() * MachineStat.TICK_NANOS, ofLiveThreads()))
        : counted;
  }

  private static OptionalLong ticks(ProcText stat) {
    int fields = stat.afterLast(')');
    OptionalLong user = stat.field(USER_TICKS, fields);
    OptionalLong system = stat.field(USER_TICKS + 1, fields);
    return user.isPresent() && system.isPresent()
        ? OptionalLong.of(user.getAsLong() + system.getAsLong())
        : OptionalLong.empty();
  }

  private static long ofLiveThreads() {
    long sum = 0;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(Proc.SELF.resolve("task"))) {
      for (Path thread : threads) {
        sum +=
            ProcFile.readOnce(thread.resolve("schedstat"))
                .map(text -> text.field(0, 0))
                .orElse(OptionalLong.empty())
                .orElse(0);
      }
    } catch (IOException notHere) {
      return 0;
    }
    return sum;
  }
}
