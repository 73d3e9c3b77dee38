package io.github.heddle.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.trace.UsableCores;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The files of whole machines and containers, and what of their cores may be used.
class MachinesTest {
  @TempDir Path root;

  private CoreLimits limits(String machine) throws IOException, URISyntaxException {
    Path files =
        Path.of(Objects.requireNonNull(getClass().getResource("machines/" + machine)).toURI());
    try (Stream<Path> all = Files.walk(files)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path copy = root.resolve(files.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, Files.readString(file).replace("@ROOT@", root.toString()));
      }
    }
    return CoreLimits.in(root.resolve("proc/self"));
  }

  private static UsableCores cores(int affinity, double quota) {
    return new UsableCores(affinity, OptionalDouble.of(quota));
  }

  @Test
  void theQuotaOfAPodHoldsForItsContainers() throws IOException, URISyntaxException {
    CoreLimits limits = limits("v2-nested");

    assertThat(limits.usable()).isEqualTo(cores(4, 1.5));
    assertThat(limits.usable().count()).isEqualTo(1.5);
    assertThat(limits.throttledNanos()).hasValue(4_300_123_000L);
  }

  @Test
  void insideAContainerTheGroupIsTheRoot() throws IOException, URISyntaxException {
    CoreLimits limits = limits("v2-container");

    assertThat(limits.usable()).isEqualTo(cores(64, 1));
    assertThat(limits.usable().count()).isEqualTo(1);
    assertThat(limits.throttledNanos()).hasValue(902_111_000L);
  }

  @Test
  void ofNestedGroupsOfVersion1TheTightestCounts() throws IOException, URISyntaxException {
    CoreLimits limits = limits("v1-nested");

    assertThat(limits.usable()).isEqualTo(cores(2, 0.5));
    assertThat(limits.throttledNanos()).hasValue(4_899_931_844L);
  }

  @Test
  void throttledTimeIsThatOfTheGroupWhoseQuotaIsTheTightestAlsoWhenThatIsTheOuter()
      throws IOException, URISyntaxException {
    limits("v1-nested");
    Path job = root.resolve("sys/fs/cgroup/cpu,cpuacct/batch/job");
    Files.writeString(job.resolve("cpu.cfs_quota_us"), "400000\n");

    CoreLimits limits = CoreLimits.in(root.resolve("proc/self"));

    assertThat(limits.usable().quota()).hasValue(2);
    assertThat(limits.throttledNanos()).hasValue(1_000_000);
  }

  @Test
  void ofVersion1TooOnlyTheOwnGroupIsSeenInAContainer() throws IOException, URISyntaxException {
    CoreLimits limits = limits("v1-container");

    assertThat(limits.usable()).isEqualTo(cores(8, 2));
    assertThat(limits.throttledNanos()).hasValue(77);
  }

  @Test
  void coresThatAreOfflineCannotBeUsed() throws IOException, URISyntaxException {
    CoreLimits limits = limits("offline");

    assertThat(limits.usable()).isEqualTo(new UsableCores(3, OptionalDouble.empty()));
    assertThat(limits.cores()).containsExactlyInAnyOrderElementsOf(List.of(0, 2, 3));
    assertThat(limits.throttledNanos()).isEmpty();
  }
}
