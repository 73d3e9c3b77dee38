package io.github.heddle.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.trace.UsableCores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoreLimitsTest {
  @TempDir Path files;

  @BeforeEach
  void aProcessInAGroupOfAGroup() throws IOException {
    write("self/status", "Cpus_allowed_list:\t0-15\n");
    write("self/cgroup", "0::/outer/inner\n");
    write("self/mountinfo", "30 23 0:26 / " + files.resolve("cgroup") + " rw - cgroup2 none rw\n");
    write("cgroup/cpu.stat", "usage_usec 1\n");
    write("cgroup/outer/cpu.stat", "throttled_usec 7\n");
    write("cgroup/outer/cpu.max", "max 100000\n");
    write("cgroup/outer/inner/cpu.stat", "throttled_usec 3\n");
    write("cgroup/outer/inner/cpu.max", "max 100000\n");
  }

  @Test
  void withoutQuotaAllAllowedCoresAreUsable() {
    CoreLimits limits = CoreLimits.in(files.resolve("self"));

    assertThat(limits.usable()).isEqualTo(new UsableCores(16, OptionalDouble.empty()));
    assertThat(limits.throttledNanos()).isEmpty();
  }

  @Test
  void theTightestQuotaAroundTheProcessCounts() throws IOException {
    write("cgroup/outer/cpu.max", "100000 100000\n");
    write("cgroup/outer/inner/cpu.max", "400000 100000\n");

    CoreLimits limits = CoreLimits.in(files.resolve("self"));

    assertThat(limits.usable().quota()).hasValue(1);
    assertThat(limits.usable().count()).isEqualTo(1);
    assertThat(limits.throttledNanos()).hasValue(7_000);
  }

  @Test
  void whereTheSystemTellsNothingTheJvmIsAsked() {
    CoreLimits limits = CoreLimits.in(files.resolve("nowhere"));

    assertThat(limits.usable().affinity()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(limits.usable().quota()).isEmpty();
    assertThat(limits.throttledNanos()).isEmpty();
  }

  private void write(String name, String text) throws IOException {
    Path path = files.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
