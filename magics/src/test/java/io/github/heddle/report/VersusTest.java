package io.github.heddle.report;

import static io.github.heddle.report.SampleWork.versus;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.task.Ending;
import io.github.heddle.trace.Hold;
import io.github.heddle.trace.State;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VersusTest {
  private static Line line(Versus versus, String name) {
    return Line.of(versus).stream()
        .filter(line -> line.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void threadsSuitComputingInJavaAndProcessesInPython() {
    Finding finding = SampleComparisons.computing().finding();

    assertThat(finding.headline())
        .isEqualTo(
            "threads suits best: 4 CPU-bound tasks in 410 ms, sequential 1.95× as long, processes"
                + " as fast");
    assertThat(finding.subtitle()).contains("threads of Java do so on several cores");
    assertThat(finding.inPython())
        .get()
        .asString()
        .contains("GIL", "only processes would be faster");
  }

  @Test
  void asyncSuitsWaiting() {
    Versus versus = SampleComparisons.waiting();

    assertThat(versus.finding().headline()).startsWith("async suits best: 8 I/O-bound tasks in ");
    assertThat(versus.finding().subtitle()).contains("one thread can wait for all of them");
    assertThat(versus.finding().inPython())
        .hasValue(
            "in Python it is the same: asyncio and threads overlap waiting, and processes cost"
                + " more");
    assertThat(versus.lines())
        .contains(
            "processes left out: the variable `client` cannot be sent",
            "results differ: task 3 gave 4 under sequential and 5 under threads");
  }

  @Test
  void oneAtATimeIsWhatTheSequentialRunTook() {
    Line oneAtATime = line(SampleComparisons.computing(), "one at a time");
    Line speedUp = line(SampleComparisons.computing(), "speed-up");

    assertThat(oneAtATime.definition()).contains("sequential model, measured");
    assertThat(oneAtATime.values())
        .allSatisfy(v -> assertThat(v.orElseThrow().text()).isEqualTo("800 ms"));
    assertThat(speedUp.values())
        .extracting(value -> value.orElseThrow().text())
        .containsExactly("1.00×", "1.95×", "1.90×");
    assertThat(speedUp.best()).containsExactly(1);
  }

  @Test
  void rangeOfWhatHasMoreThanOneNumberIsThatOfTheFirst() {
    List<Numbers> runs =
        Stream.of(20, 10, 40).map(millis -> holding(millis).report().numbers()).toList();

    assertThat(Measure.of(runs))
        .filteredOn(measure -> measure.name().equals("held the loop"))
        .extracting(Measure::withSpread)
        .containsExactly("20.0 ms (task 20) (10.0–40.0 ms)");
  }

  private static SampleRun holding(int millis) {
    return SampleRun.of(41, 1)
        .model("async")
        .whole(0, 0, State.RUNNING, 0, 100)
        .hold(new Hold(millis, 0, millis * 1_000_000L, 1, false, Optional.empty()));
  }

  @Test
  void mediansOfRatesAreThoseOfTheMedianRun() {
    List<Numbers> runs =
        List.of(
            SampleComparisons.threads(4, 2, 100).report().numbers(),
            SampleComparisons.threads(4, 2, 200).report().numbers());

    assertThat(Measure.of(runs))
        .filteredOn(
            measure -> measure.name().equals("wall") || measure.name().equals("tasks per second"))
        .extracting(Measure::withSpread)
        .containsExactly("200 ms (200–400 ms)", "20.0 (10.0–20.0)");
  }

  @Test
  void withoutTheSequentialRunSpeedUpsAreOverDifferentTimesAndNotCompared() {
    Versus versus =
        versus(
            SampleComparisons.threads(4, 2, 205),
            SampleComparisons.threads(4, 2, 210).model("processes"));

    assertThat(Line.of(versus))
        .extracting(Line::name)
        .contains("wall", "CPU")
        .doesNotContain("one at a time", "speed-up", "efficiency");
  }

  @Test
  void bestIsMarkedWhereOneIsBetter() {
    Versus versus = SampleComparisons.computing();

    assertThat(line(versus, "wall").best()).containsExactly(1);
    assertThat(line(versus, "in flight").best()).isEmpty();
    assertThat(line(versus, "start-up").best()).isEqualTo(Set.of());
  }

  @Test
  void simplestOfThoseThatAreAsFastSuits() {
    Versus versus =
        versus(
            SampleComparisons.threads(1, 1, 200), SampleComparisons.oneByOne("sequential", 1, 205));

    assertThat(versus.finding().headline()).startsWith("sequential suits best: 1 CPU-bound task");
    assertThat(versus.finding().subtitle()).contains("there was nothing to overlap");
    assertThat(versus.finding().inPython()).isEmpty();
  }

  @Test
  void whatIsSlowerByATenthIsNotAsFast() {
    assertThat(beside(109)).startsWith("sequential suits best").endsWith("threads as fast");
    assertThat(beside(110)).startsWith("threads suits best").endsWith("sequential 1.10× as long");
  }

  private static String beside(int millis) {
    return versus(
            SampleComparisons.oneByOne("sequential", 4, millis),
            SampleComparisons.threads(4, 2, 200))
        .finding()
        .headline();
  }

  @Test
  void repeatedRunsAreSaidToBe() {
    assertThat(SampleComparisons.repeated().finding().headline()).endsWith(" (medians of 2 runs)");
    assertThat(SampleComparisons.computing().finding().headline()).doesNotContain("medians");
  }

  @Test
  void noSpeedUpIsExpectedOnOneCore() {
    Versus versus =
        versus(
            SampleComparisons.oneByOne("sequential", 4, 200).cores(1),
            SampleComparisons.threads(4, 1, 200).cores(1));

    assertThat(versus.finding().subtitle()).startsWith("no speed-up of CPU-bound work");
    assertThat(versus.finding().inPython()).get().asString().contains("the same on one core");
  }

  @Test
  void locksAreSaidBeforeAnythingElse() {
    Versus versus = versus(SampleComparisons.oneByOne("sequential", 4, 100), SampleRuns.locked());

    assertThat(versus.finding().subtitle()).contains("a lock that one holds at a time");
  }

  @Test
  void nothingIsSaidOfWhatIsTooShort() {
    Versus versus =
        versus(SampleComparisons.oneByOne("sequential", 4, 1), SampleComparisons.threads(4, 2, 1));

    assertThat(versus.finding().headline()).startsWith("too short to compare");
    assertThat(versus.finding().lines()).containsExactly("give it at least 100 ms of work");
  }

  @Test
  void modelsThatDidNotFinishAreNotCompared() {
    SampleRun failed =
        SampleRun.of(1, 1)
            .task(0, 0, Ending.FAILED, 0, 50)
            .slice(0, 0, State.RUNNING, 0, 50)
            .slice(0, 0, State.FAILED, 50, 50);

    assertThat(
            versus(SampleComparisons.oneByOne("sequential", 1, 100), failed).finding().headline())
        .startsWith("only sequential came to the end");
    assertThat(versus(failed).finding().headline()).startsWith("no model came to the end");
    assertThat(versus(failed).finding().subtitle()).isEqualTo(failed.report().finding().subtitle());
    assertThat(ofNothing()).isEqualTo(Finding.of("nothing to compare", "no model was run"));
    assertThat(ofNothing(new LeftOut("processes", "why")))
        .isEqualTo(Finding.of("nothing to compare", "none of the models could run this body"));
  }

  private static Finding ofNothing(LeftOut... leftOut) {
    return Versus.of(List.of(), List.of(leftOut), Optional.empty()).finding();
  }

  @Test
  void interruptedComparisonSaysSo() {
    assertThat(
            versus(SampleComparisons.oneByOne("sequential", 4, 100), SampleRuns.interrupted())
                .finding()
                .headline())
        .startsWith("interrupted: only sequential");
  }
}
