package io.github.heddle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.github.heddle.report.Measure;
import io.github.heddle.report.SampleRun;
import io.github.heddle.report.SampleRuns;
import io.github.heddle.task.Ending;
import io.github.heddle.task.Outcome;
import io.github.heddle.trace.State;
import io.github.heddle.trace.TaskTable;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a run tells of itself, of runs that are written down by hand.
class RunTest {
  private static Run<Integer> run(SampleRun sample) {
    TaskTable tasks = sample.trace().tasks();
    List<Outcome<Integer>> outcomes =
        IntStream.range(0, tasks.count())
            .mapToObj(task -> outcome(tasks.ending(task)))
            .collect(Collectors.toCollection(ArrayList::new));
    return new Run<>(sample.plan(), outcomes, sample.trace());
  }

  private static Outcome<Integer> outcome(Ending ending) {
    return switch (ending) {
      case DONE -> new Outcome.Done<>(1);
      case FAILED -> new Outcome.Failed<>(new IllegalStateException());
      case TIMED_OUT -> new Outcome.TimedOut<>();
      case CANCELLED -> new Outcome.Cancelled<>();
      case NOT_STARTED -> new Outcome.NotStarted<>();
    };
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }

  @Test
  void timesAreThoseOfTheReport() {
    Run<Integer> run = run(SampleRuns.oversubscribed());

    assertThat(run.wall()).isEqualTo(millis(1_200));
    assertThat(run.walls()).containsExactly(millis(1_200));
    assertThat(run.cpu()).hasValue(millis(2_380));
    assertThat(run.oneAtATime()).hasValue(millis(2_400));
    assertThat(run.coresUsed()).hasValueCloseTo(1.983, within(0.001));
    assertThat(run.speedup()).hasValueCloseTo(2.0, within(0.001));
    assertThat(run.efficiency()).hasValueCloseTo(1.0, within(0.001));
    assertThat(run.slices()).hasSize(160);
  }

  @Test
  void statesAreSharesOfTaskTime() {
    assertThat(run(SampleRuns.oversubscribed()).states().orElseThrow())
        .contains(
            entry(State.RUNNING, 0.5),
            entry(State.READY, 0.5),
            entry(State.WAITING, 0.0),
            entry(State.FAILED, 0.0));
  }

  @Test
  void whatWasNotMeasuredIsEmpty() {
    Run<Integer> run = run(SampleRun.of(2, 1).whole(0, 0, State.RUNNING, 0, 50).withoutStates());

    assertThat(run.cpu()).isEmpty();
    assertThat(run.coresUsed()).isEmpty();
    assertThat(run.states()).isEmpty();
    assertThat(run.speedup()).isEmpty();
    assertThat(run.efficiency()).isEmpty();
    assertThat(run.oneAtATime()).isEmpty();
    assertThat(run.numbersInWords()).containsKey("wall").doesNotContainKeys("CPU", "speed-up");
  }

  @Test
  void onAnEventLoopThereIsNoEfficiency() {
    Run<Integer> run = run(SampleRuns.loop());

    assertThat(run.speedup()).isPresent();
    assertThat(run.efficiency()).isEmpty();
  }

  @Test
  void tasksThatBeganAreToldWithTheirTimes() {
    Run<Integer> run = run(SampleRuns.interrupted());

    assertThat(run.tasks()).extracting(TaskRun::number).containsExactly(0, 1, 2, 3, 4, 5, 6);
    assertThat(run.tasks())
        .extracting(TaskRun::ending)
        .containsExactly(
            Ending.DONE,
            Ending.DONE,
            Ending.DONE,
            Ending.DONE,
            Ending.DONE,
            Ending.CANCELLED,
            Ending.CANCELLED);
    TaskRun fourth = run.tasks().get(3);
    assertThat(fourth.start()).isEqualTo(millis(1_000));
    assertThat(fourth.end()).isEqualTo(millis(2_000));
    assertThat(fourth.duration()).isEqualTo(millis(1_000));
  }

  @Test
  void numbersInWordsAreThoseOfTheTable() {
    Run<Integer> run = run(SampleRuns.oversubscribed());

    assertThat(run.numbersInWords().keySet())
        .containsExactlyElementsOf(run.report().measures().stream().map(Measure::name).toList());
    assertThat(run.numbersInWords()).contains(entry("wall", "1.20 s"), entry("speed-up", "2.00×"));
    assertThat(run.numbers().wallNanos()).isEqualTo(run.wall().toNanos());
  }

  @Test
  void everyMethodThatTellsANumberIsInTheReadme() throws Exception {
    String readme = Files.readString(Path.of("../README.md"));

    assertThat(
            Arrays.stream(Run.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !method.isSynthetic())
                .map(method -> method.getName())
                .filter(name ->
                    !List.of(
                            "plan",
                            "trace",
                            "measured",
                            "items",
                            "done",
                            "requireResults",
                            "equals",
                            "hashCode",
                            "toString")
                        .contains(name)))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(readme).contains("`run." + name + "("));
  }
}
