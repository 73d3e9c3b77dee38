package io.github.heddle.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.model.Model;
import io.github.heddle.trace.Counters;
import io.github.heddle.truth.Stage.Performed;
import io.github.heddle.truth.Step.Compute;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The CPU time of a report beside the operating system's own account of the processes in which its
/// tasks ran: what those used is what is reported, what sampling took, and what threads used that
/// were there before and after.
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class SecondWitnessTest {
  private static final int REPEATS = 5;

  /// A process's account goes in hundredths of a second, for programs and for the system itself, at
  /// both ends of the run.
  private static final double COARSE = 40e6;

  private static final Workload COMPUTING =
      new Workload("compute", 2, 2, List.of(new Compute(500)));

  @AutoClose private final Stage stage = new Stage();

  @ParameterizedTest
  @MethodSource("io.github.heddle.model.Models#all")
  void cpuTimeIsThatOfTheOperatingSystem(Model model) {
    List<Long> processes = processes(stage.perform(model, COMPUTING));
    List<Double> errors =
        IntStream.range(0, REPEATS).mapToObj(_ -> error(model, processes)).sorted().toList();

    assertThat(errors.get(REPEATS / 2)).isBetween(-COARSE, COARSE + 0.02 * 1e9);
  }

  /// How much more the system says than is accounted for, in nanoseconds.
  private double error(Model model, List<Long> processes) {
    Map<Long, Accounts> before = new HashMap<>();
    processes.forEach(process -> before.put(process, Accounts.of(process)));
    Performed performed = stage.perform(model, COMPUTING);
    assertThat(processes).as("workers are used again").containsAll(processes(performed));
    long used = 0;
    for (Map.Entry<Long, Accounts> each : before.entrySet()) {
      used += Accounts.of(each.getKey()).ofOthersThanTheseSince(each.getValue());
    }
    Counters counters = performed.run().trace().counters();
    return used - counters.cpuNanos().orElseThrow() - counters.samplerNanos().orElseThrow();
  }

  private static List<Long> processes(Performed performed) {
    return performed.truth().tasks().stream().map(Testimony::process).distinct().toList();
  }
}
