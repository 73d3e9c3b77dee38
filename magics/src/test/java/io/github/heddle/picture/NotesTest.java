package io.github.heddle.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import io.github.heddle.report.Report;
import io.github.heddle.report.SampleCrowds;
import io.github.heddle.report.SampleRun;
import io.github.heddle.report.SampleRuns;
import io.github.heddle.task.Ending;
import io.github.heddle.task.Items;
import io.github.heddle.trace.LockWait;
import io.github.heddle.trace.Place.Seen;
import io.github.heddle.trace.State;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// What is said of a bar on hover beside its times.
class NotesTest {
  private static List<Bar> bars(Report report) {
    return Scene.of(report, EnumSet.allOf(Part.class)).bars();
  }

  private static String spec(Report report) {
    return new Gson()
        .toJson(
            Objects.requireNonNull(
                Pictures.of(report, EnumSet.allOf(Part.class))
                    .getFirst()
                    .data()
                    .get(Pictures.VEGA_LITE)));
  }

  private static Items items(Object... elements) {
    return new Items(Optional.of(List.of(elements)));
  }

  private static LockWait wait(int task, String place) {
    return new LockWait(
        task, "Counter@3f", Optional.of(place), OptionalInt.empty(), Optional.empty(), 1_000_000);
  }

  @Test
  void barNamesTheElementOfItsTask() {
    Report report = SampleRuns.locked().report().over(items("a", "b", "c", "d"));

    assertThat(bars(report))
        .allSatisfy(bar ->
            assertThat(bar.item()).hasValue(List.of("a", "b", "c", "d").get(bar.tasks().first())));
    assertThat(spec(report)).contains("\"lookup\":\"task\"", "2,c");
  }

  @Test
  void tasksThatAreNumberedHaveNoElement() {
    assertThat(bars(SampleRuns.locked().report())).allMatch(bar -> bar.item().isEmpty());
    assertThat(spec(SampleRuns.locked().report())).doesNotContain("\"lookup\"");
  }

  @Test
  void barOfManyTasksNamesNone() {
    Report report = SampleCrowds.crowd().report().over(items("a", "b"));

    assertThat(bars(report))
        .filteredOn(bar -> !bar.tasks().single())
        .isNotEmpty()
        .allMatch(bar -> bar.item().isEmpty());
  }

  @Test
  void longElementIsCutAndHasOneLine() {
    String text = "word\t\"quoted\"\n".repeat(50);
    Report report = SampleRuns.locked().report().over(items(text, "\"q\"", "c, d", "e"));

    assertThat(bars(report).getFirst().item().orElseThrow())
        .hasSizeLessThanOrEqualTo(60)
        .doesNotContain("\t", "\n")
        .endsWith("…");
    assertThat(spec(report)).contains("1,\\\"\\\"\\\"q\\\"\\\"\\\"\\n2,\\\"c, d\\\"");
  }

  @Test
  void elementWhoseTextFailsIsNamedByItsType() {
    Object broken =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException();
          }
        };

    assertThat(bars(SampleRuns.locked().report().over(items(broken, "b", "c", "d"))))
        .first()
        .satisfies(bar -> assertThat(bar.item().orElseThrow()).contains("cannot be had"));
  }

  @Test
  void waitForALockNamesTheLineWhereItWasOneLineOnly() {
    Report one = SampleRuns.locked().waits(wait(3, "cell 4, line 7")).report();
    Report two =
        SampleRuns.locked().waits(wait(3, "cell 4, line 7"), wait(3, "cell 4, line 9")).report();

    assertThat(bars(one))
        .filteredOn(bar -> bar.state() == State.LOCKED && bar.tasks().first() == 3)
        .isNotEmpty()
        .allSatisfy(bar -> assertThat(bar.place()).hasValue("cell 4, line 7"));
    assertThat(bars(one))
        .filteredOn(bar -> bar.state() != State.LOCKED || bar.tasks().first() != 3)
        .isNotEmpty()
        .allMatch(bar -> bar.place().isEmpty());
    assertThat(bars(two)).allMatch(bar -> bar.place().isEmpty());
    assertThat(spec(one)).contains("[\\u0027cell 4, line 7\\u0027][datum.line]");
  }

  @Test
  void barOfATaskThatHeldTheLoopNamesTheLine() {
    assertThat(bars(SampleRuns.loop().report()))
        .filteredOn(bar -> bar.place().isPresent())
        .isNotEmpty()
        .allSatisfy(bar -> {
          assertThat(bar.place()).hasValue("cell 4, line 3");
          assertThat(bar.tasks().first()).isEqualTo(2);
          assertThat(bar.state()).isEqualTo(State.RUNNING);
          assertThat(bar.nanos()).isEqualTo(400_000_000);
        });
  }

  @Test
  void sliceThatWasSeenInALineSaysItInPictureAndText() {
    Report report =
        SampleRun.of(2, 2)
            .whole(0, 0, State.RUNNING, 0, 100)
            .seenAt(3, Seen.ALWAYS)
            .whole(1, 1, State.WAITING, 0, 100)
            .seenAt(4, Seen.MOSTLY)
            .report();

    assertThat(bars(report))
        .extracting(bar -> bar.place().orElseThrow())
        .containsExactly("cell 7, line 3", "cell 7, mostly line 4");
    assertThat(spec(report))
        .contains("[\\u0027cell 7, line 3\\u0027,\\u0027cell 7, mostly line 4\\u0027]");
    assertThat(TextPicture.of(Scene.of(report, EnumSet.allOf(Part.class))))
        .contains("running 100 % (cell 7, line 3)", "(cell 7, mostly line 4)");
  }

  @Test
  void barOfSeveralSlicesNamesTheLineOfMostOfThem() {
    SampleRun same =
        SampleRun.of(1, 1)
            .task(0, 0, Ending.DONE, 0, 100)
            .slice(0, 0, State.RUNNING, 0, 60)
            .seenAt(3, Seen.ALWAYS)
            .slice(0, 0, State.RUNNING, 60, 100)
            .seenAt(3, Seen.ALWAYS);
    SampleRun different =
        SampleRun.of(1, 1)
            .task(0, 0, Ending.DONE, 0, 100)
            .slice(0, 0, State.RUNNING, 0, 60)
            .seenAt(3, Seen.ALWAYS)
            .slice(0, 0, State.RUNNING, 60, 100)
            .seenAt(4, Seen.ALWAYS);
    SampleRun hardlySeen =
        SampleRun.of(1, 1)
            .task(0, 0, Ending.DONE, 0, 100)
            .slice(0, 0, State.RUNNING, 0, 40)
            .seenAt(3, Seen.ALWAYS)
            .slice(0, 0, State.RUNNING, 40, 100);

    assertThat(bars(same.report()))
        .singleElement()
        .satisfies(bar -> assertThat(bar.place()).hasValue("cell 7, line 3"));
    assertThat(bars(different.report()))
        .singleElement()
        .satisfies(bar -> assertThat(bar.place()).hasValue("cell 7, mostly line 3"));
    assertThat(bars(hardlySeen.report()))
        .singleElement()
        .satisfies(bar -> assertThat(bar.place()).isEmpty());
  }

  @Test
  void sliceThatNobodyLookedAtSaysBetweenWhichLinesItWas() {
    SampleRun one =
        SampleRun.of(1, 1)
            .task(0, 0, Ending.DONE, 0, 100)
            .slice(0, 0, State.RUNNING, 0, 60)
            .seenBetween(3, 5)
            .slice(0, 0, State.RUNNING, 60, 100)
            .seenBetween(3, 5);
    SampleRun different =
        SampleRun.of(1, 1)
            .task(0, 0, Ending.DONE, 0, 100)
            .slice(0, 0, State.RUNNING, 0, 60)
            .seenBetween(3, 5)
            .slice(0, 0, State.RUNNING, 60, 100)
            .seenBetween(5, 6);

    assertThat(bars(one.report()))
        .singleElement()
        .satisfies(bar -> assertThat(bar.place()).hasValue("cell 7, line 3 before, 5 after"));
    assertThat(bars(different.report()))
        .singleElement()
        .satisfies(bar -> assertThat(bar.place()).isEmpty());
  }

  @Test
  void whereATaskWaitedForALockSaysMoreThanWhereItWasBeforeAndAfter() {
    Report report =
        SampleRun.of(1, 1)
            .task(0, 0, Ending.DONE, 0, 100)
            .slice(0, 0, State.LOCKED, 0, 100)
            .seenBetween(3, 5)
            .waits(wait(0, "cell 7, line 4"))
            .report();

    assertThat(bars(report))
        .singleElement()
        .satisfies(bar -> assertThat(bar.place()).hasValue("cell 7, line 4"));
  }

  @Test
  void timesOnHoverAreFinerThanThePicture() {
    SampleRun run = SampleRun.of(1, 1).whole(0, 0, State.RUNNING, 10.123, 500.456);

    assertThat(spec(run.report())).contains("10.123,500.456");
  }
}
