package io.github.heddle.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.Heddle;
import io.github.heddle.Run;
import io.github.heddle.Runner;
import io.github.heddle.trace.GcPauses;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Collections that a task asks for: it knows how many there are, and how long each is at most.
@Timeout(60)
class GcPausesTest {
  private static final int COLLECTIONS = 5;

  static Stream<Runner> models() {
    return Stream.of(Heddle.sequential(), Heddle.async(), Heddle.virtual(), Heddle.threads(1));
  }

  @ParameterizedTest
  @MethodSource("models")
  void pausesAreCountedAndNoLongerThanTheyWere(Runner model) {
    Run<Long> run = model.tasks(1).run(_ -> collect());

    GcPauses pauses = run.trace().counters().gcPauses().orElseThrow();
    assertThat(pauses.count()).isGreaterThanOrEqualTo(COLLECTIONS);
    assertThat(pauses.nanos()).isPositive();
    if (pauses.count() == COLLECTIONS) {
      assertThat(pauses.nanos()).isLessThanOrEqualTo(run.results().getFirst() + 2_000_000);
    }
    assertThat(run.report().measures())
        .filteredOn(measure -> measure.name().equals("GC pauses"))
        .singleElement()
        .satisfies(measure -> assertThat(measure.text()).startsWith(pauses.count() + ", "));
  }

  private static long collect() {
    long began = System.nanoTime();
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return System.nanoTime() - began;
  }
}
