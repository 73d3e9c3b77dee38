package io.github.heddle.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.model.Model;
import io.github.heddle.model.Processes;
import io.github.heddle.trace.Counters;
import io.github.heddle.truth.Stage.Performed;
import io.github.heddle.truth.Step.Compute;
import io.github.heddle.truth.Step.Sleep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The CPU time of a report beside the operating system's own account of this process and of those
/// in which tasks ran: what these used is what is reported, what sampling took, and what threads
/// used that were there before and after. Beside that there is a little that nobody reports: the
/// threads of the run begin and end, workers take in the body, the kernel talks to them.
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class SecondWitnessTest {
  private static final int REPEATS = 5;
  private static final double CPU = 2e9;

  private static final Workload COMPUTING =
      new Workload("compute", 2, 2, List.of(new Compute(1_000)));
  private static final Workload SLEEPING = new Workload("sleep", 2, 2, List.of(new Sleep(3_000)));

  @AutoClose private final Stage stage = new Stage();

  @ParameterizedTest
  @MethodSource("io.github.heddle.model.Models#all")
  void cpuTimeIsThatOfTheOperatingSystem(Model model) {
    List<Long> processes = processes(stage.perform(model, COMPUTING));
    List<Double> errors =
        IntStream.range(0, REPEATS)
            .mapToObj(_ -> account(model, COMPUTING, processes).notReported())
            .sorted()
            .toList();

    assertThat(errors.get(REPEATS / 2)).isBetween(-0.02 * CPU, 0.06 * CPU);
  }

  /// Where tasks sleep, what is not theirs is mostly sampling: that of every worker, and that of
  /// the kernel.
  @Test
  void whatSamplingTakesIsToldOfEveryProcess() {
    Model model = new Processes();
    List<Long> processes = processes(stage.perform(model, COMPUTING));
    Account account = account(model, SLEEPING, processes);

    assertThat(account.sampler).isBetween(0.5 * account.notTasks(), 1.05 * account.notTasks());
  }

  /// CPU time in nanoseconds.
  ///
  /// @param used what the system says
  /// @param tasks what is reported
  /// @param sampler what is reported beside it
  private record Account(double used, double tasks, double sampler) {
    double notTasks() {
      return used - tasks;
    }

    double notReported() {
      return notTasks() - sampler;
    }
  }

  private Account account(Model model, Workload workload, List<Long> processes) {
    Map<Long, Accounts> before = new HashMap<>();
    processes.forEach(process -> before.put(process, Accounts.of(process)));
    Performed performed = stage.perform(model, workload);
    assertThat(processes).as("workers are used again").containsAll(processes(performed));
    long used = 0;
    for (Map.Entry<Long, Accounts> each : before.entrySet()) {
      used += Accounts.of(each.getKey()).ofOthersThanTheseSince(each.getValue());
    }
    Counters counters = performed.run().trace().counters();
    return new Account(
        used, counters.cpuNanos().orElseThrow(), counters.samplerNanos().orElseThrow());
  }

  /// Those of tasks, and this one: a sampler is here, wherever tasks are.
  private static List<Long> processes(Performed performed) {
    return Stream.concat(
            Stream.of(ProcessHandle.current().pid()),
            performed.truth().tasks().stream().map(Testimony::process))
        .distinct()
        .toList();
  }
}
