package io.github.heddle.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.model.Model;
import io.github.heddle.model.Models;
import io.github.heddle.truth.Quantity.Margin;
import io.github.heddle.truth.Stage.Performed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every model runs workloads that witness themselves what they do, and its report says the same
/// within 2 % or 2 ms, in the median of some runs. Writes `target/truth.md`.
@Timeout(120)
@EnabledOnOs(OS.LINUX)
@TestInstance(Lifecycle.PER_CLASS)
class WorkloadTruthTest {
  private static final int REPEATS = 3;

  /// Where the machine stood still too often to tell.
  private static final int MORE_REPEATS = 4;

  @AutoClose private final Stage stage = new Stage();
  private final TruthTable table = new TruthTable();

  static Stream<Arguments> modelsAndWorkloads() {
    return Models.all().stream()
        .flatMap(model -> Workload.all().map(workload -> Arguments.of(model.name(), workload)));
  }

  @ParameterizedTest
  @MethodSource("modelsAndWorkloads")
  void reportSaysWhatTasksWitnessed(String name, Workload workload) {
    Model model = Models.named(name).orElseThrow();
    Map<Quantity, List<Held>> repeats = new EnumMap<>(Quantity.class);
    stage.perform(model, workload);
    List<Held> medians = medians(REPEATS, model, workload, repeats);
    if (!medians.stream().allMatch(Held::holds)) {
      medians = medians(MORE_REPEATS, model, workload, repeats);
    }

    medians.forEach(held -> table.add(name, workload, held));
    assertThat(medians).filteredOn(held -> !held.holds()).isEmpty();
  }

  private List<Held> medians(
      int more, Model model, Workload workload, Map<Quantity, List<Held>> repeats) {
    for (int repeat = 0; repeat < more; repeat++) {
      hold(stage.perform(model, workload), repeats);
    }
    return repeats.values().stream().map(Held::median).toList();
  }

  private static void hold(Performed performed, Map<Quantity, List<Held>> repeats) {
    Told told = new Told(performed.run());
    assertThat(told.unexplained()).isZero();
    assertThat(told.overlapping()).isZero();
    Truth truth = performed.truth();
    Map<Quantity, Double> said = told.values(truth);
    Margin margin = truth.margin(performed.run().trace().resolutionNanos());
    truth
        .values((double) performed.run().trace().wallNanos())
        .forEach((quantity, value) ->
            repeats
                .computeIfAbsent(quantity, _ -> new ArrayList<>())
                .add(
                    new Held(
                        quantity,
                        value,
                        said.getOrDefault(quantity, Double.NaN),
                        quantity.tolerance(value, margin))));
  }

  @AfterAll
  void write() throws IOException {
    table.write(Path.of("target", "truth.md"));
  }
}
