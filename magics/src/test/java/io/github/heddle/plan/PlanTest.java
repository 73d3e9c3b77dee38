package io.github.heddle.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.heddle.trace.UsableCores;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
  private static final UsableCores FOUR = new UsableCores(4, OptionalDouble.empty());
  private static final OptionalInt NO_ELEMENTS = OptionalInt.empty();

  @Test
  void threadsHaveAWorkerForEveryCoreAndFourMore() {
    Plan plan = Plan.of(ModelProfile.THREADS, Request.DEFAULTS, NO_ELEMENTS, FOUR);

    assertThat(plan.workers()).isEqualTo(8);
    assertThat(plan.tasks()).isEqualTo(8);
    assertThat(plan.model()).isEqualTo("threads");
  }

  @ParameterizedTest
  @CsvSource({"1, 5", "28, 32", "64, 32"})
  void defaultPoolIsBounded(int cores, int workers) {
    UsableCores usable = new UsableCores(cores, OptionalDouble.empty());

    assertThat(Plan.of(ModelProfile.THREADS, Request.DEFAULTS, NO_ELEMENTS, usable).workers())
        .isEqualTo(workers);
  }

  @Test
  void quotaCountsAsCores() {
    UsableCores quota = new UsableCores(16, OptionalDouble.of(1.5));

    assertThat(Plan.of(ModelProfile.THREADS, Request.DEFAULTS, NO_ELEMENTS, quota).workers())
        .isEqualTo(6);
  }

  @Test
  void sequentialHasOneWorkerAndOneTask() {
    Plan plan = Plan.of(ModelProfile.SEQUENTIAL, Request.DEFAULTS, NO_ELEMENTS, FOUR);

    assertThat(plan.workers()).isEqualTo(1);
    assertThat(plan.tasks()).isEqualTo(1);
  }

  @Test
  void thereIsOneTaskForEachElement() {
    Plan plan =
        Plan.of(ModelProfile.THREADS, Request.DEFAULTS.withWorkers(3), OptionalInt.of(100), FOUR);

    assertThat(plan.tasks()).isEqualTo(100);
    assertThat(plan.workers()).isEqualTo(3);
  }

  @Test
  void noMoreWorkersThanTasks() {
    Request request = Request.DEFAULTS.withWorkers(8).withTasks(2);

    assertThat(Plan.of(ModelProfile.THREADS, request, NO_ELEMENTS, FOUR).workers()).isEqualTo(2);
  }

  @Test
  void emptyCollectionIsARunOfNoTasks() {
    Plan plan = Plan.of(ModelProfile.THREADS, Request.DEFAULTS, OptionalInt.of(0), FOUR);

    assertThat(plan.tasks()).isZero();
    assertThat(plan.workers()).isEqualTo(1);
  }

  @Test
  void limitsAreKept() {
    Request request = Request.DEFAULTS.withTimeout(Duration.ofSeconds(2)).withOnError(OnError.STOP);

    Plan plan = Plan.of(ModelProfile.THREADS, request, NO_ELEMENTS, FOUR);

    assertThat(plan.timeout()).contains(Duration.ofSeconds(2));
    assertThat(plan.onError()).isEqualTo(OnError.STOP);
  }

  @Test
  void tooManyElementsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Plan.of(ModelProfile.THREADS, Request.DEFAULTS, OptionalInt.of(10_000_001), FOUR))
        .withMessage(
            "10,000,001 elements are too many for one run, which may have 10,000,000 tasks");
  }

  @Test
  void impossibleRequestsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Request.DEFAULTS.withWorkers(0))
        .withMessage("the number of workers must be from 1 to 10,000, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Request.DEFAULTS.withTasks(-1))
        .withMessageContaining("tasks");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Request.DEFAULTS.withTimeout(Duration.ZERO))
        .withMessageContaining("time limit");
  }
}
