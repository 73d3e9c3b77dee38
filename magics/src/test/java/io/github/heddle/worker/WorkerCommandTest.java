package io.github.heddle.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerCommandTest {
  @TempDir private Path folder;

  @Test
  void theCacheOfOneJarIsNotThatOfAnotherInItsPlace() throws IOException {
    Path jar = Files.writeString(folder.resolve("heddle.jar"), "one");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.ofEpochSecond(1_000)));
    Path cache = WorkerCommand.cacheOf(jar);
    Files.setLastModifiedTime(jar, FileTime.from(Instant.ofEpochSecond(1_001)));
    Path later = WorkerCommand.cacheOf(jar);
    Files.writeString(jar, "larger");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.ofEpochSecond(1_000)));

    assertThat(cache).isNotEqualTo(later);
    assertThat(WorkerCommand.cacheOf(jar)).isNotEqualTo(cache).isNotEqualTo(later);
  }

  @Test
  void allOfThemAreFoundToBeForgotten() throws IOException {
    Path jar = Files.writeString(folder.resolve("heddle.jar"), "one");
    Files.createFile(WorkerCommand.cacheOf(jar));
    Files.createFile(folder.resolve("heddle-worker.aot"));
    Path other = Files.createFile(folder.resolve("heddle-kernel.aot"));

    WorkerRehearsal.forget(jar);

    assertThat(folder).isDirectoryContaining(other::equals);
    assertThat(folder).isDirectoryNotContaining("glob:**heddle-worker*");
  }

  /// They are flags of this Java, which are known to be taken where it made a cache with them.
  @Test
  void onlyAWorkerWithACacheIsToldToLeaveWhatWasLearnt() {
    Path java = Path.of("java");
    Path cache = folder.resolve("made.aot");
    WorkerCommand without = new WorkerCommand(java, "heddle.jar", Optional.empty());
    WorkerCommand with = new WorkerCommand(java, "heddle.jar", Optional.of(cache));

    assertThat(without.commandLine(1 << 20)).noneMatch(flag -> flag.contains("AOT"));
    assertThat(with.commandLine(1 << 20))
        .containsSubsequence("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTReplayTraining")
        .contains("-XX:AOTCache=" + cache);
    assertThat(without.rehearsal(1 << 20, cache))
        .contains("-XX:-AOTRecordTraining", "-XX:AOTCacheOutput=" + cache);
  }
}
