package io.github.heddle.kernel.evaluation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// On the one thread of `indexer`, the walk stands behind what puts it off.
@Timeout(60)
class PackageIndexTest {
  private static final Duration NEVER = Duration.ofDays(1);
  private final ExecutorService indexer = Executors.newSingleThreadExecutor();

  @AfterEach
  void end() {
    indexer.shutdownNow();
  }

  private Future<?> walk() {
    return indexer.submit(() -> {});
  }

  private static void assertPutOff(Future<?> walk) {
    assertThatThrownBy(() -> walk.get(600, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
  }

  @Test
  void beginsOnceNoCellHasRunForAWhile() throws Exception {
    try (PackageIndex index = new PackageIndex(Optional.of(indexer), Duration.ZERO)) {
      index.cellBegins();
      Future<?> walk = walk();
      assertPutOff(walk);
      index.cellEnds();
      walk.get();
    }
  }

  @Test
  void isPutOffAsLongAsCellsHaveJustRun() {
    try (PackageIndex _ = new PackageIndex(Optional.of(indexer), NEVER)) {
      assertPutOff(walk());
    }
  }

  @Test
  void beginsWhenSomebodyWaitsForItEvenWhileACellRuns() throws Exception {
    try (PackageIndex index = new PackageIndex(Optional.of(indexer), NEVER)) {
      index.cellBegins();
      Future<?> walk = walk();
      index.await();
      walk.get();
    }
  }

  @Test
  void isInNobodysWayOnceItIsClosed() throws Exception {
    new PackageIndex(Optional.of(indexer), NEVER).close();
    walk().get();
  }

  @Test
  void whereTheJdkHidesItNobodyWaits() {
    try (PackageIndex index = new PackageIndex(Optional.empty(), NEVER)) {
      assertThatCode(index::await).doesNotThrowAnyException();
    }
  }
}
