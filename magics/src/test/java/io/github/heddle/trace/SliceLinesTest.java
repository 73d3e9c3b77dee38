package io.github.heddle.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.trace.Place.Seen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Which line a slice is said to be in, by looks at the stack.
class SliceLinesTest {
  private static Slice slice(State state, long from, long to) {
    return new Slice(0, 0, 1, state, from, to);
  }

  private static CodeLine line(int number) {
    return new CodeLine("cell 7", number);
  }

  private static Look computed(long from, long to, int line) {
    return new Look(0, State.RUNNING, from, to, line(line));
  }

  private static Look waited(State state, long from, long to, int line) {
    return new Look(0, state, from, to, line(line));
  }

  private static List<String> texts(List<Slice> slices, Look... looks) {
    return texts(slices, 5, looks);
  }

  private static List<String> texts(List<Slice> slices, long margin, Look... looks) {
    return SliceLines.on(slices, Map.of(0, List.of(looks)), margin).stream()
        .map(slice -> slice.place().map(Place::text).orElse("-"))
        .toList();
  }

  @Test
  void sliceThatNobodyLookedAtHasNoLine() {
    assertThat(texts(List.of(slice(State.RUNNING, 0, 100), slice(State.WAITING, 100, 200))))
        .containsExactly("-", "-");
  }

  @Test
  void lineThatWasSeenMostIsNamedAndSaysHowSurely() {
    List<Slice> one = List.of(slice(State.RUNNING, 0, 100));

    assertThat(texts(one, computed(10, 11, 3), computed(20, 21, 3)))
        .containsExactly("cell 7, line 3");
    assertThat(texts(one, computed(10, 11, 3), computed(20, 21, 4), computed(30, 31, 3)))
        .containsExactly("cell 7, mostly line 3");
    assertThat(
            texts(
                one,
                computed(10, 11, 3),
                computed(20, 21, 4),
                computed(30, 31, 5),
                computed(40, 41, 4)))
        .containsExactly("cell 7, most often line 4");
  }

  @Test
  void lookCountsOnlyForASliceInWhichTheTaskDidTheSame() {
    List<Slice> slices =
        List.of(
            slice(State.RUNNING, 0, 100),
            slice(State.WAITING, 100, 200),
            slice(State.LOCKED, 200, 300));

    assertThat(texts(slices, waited(State.WAITING, 40, 60, 3), computed(140, 141, 4)))
        .containsExactly("-", "-", "-");
    assertThat(texts(slices, computed(40, 41, 3), waited(State.WAITING, 90, 210, 4)))
        .containsExactly("cell 7, line 3", "cell 7, line 4", "-");
    assertThat(texts(slices, waited(State.LOCKED, 150, 250, 5)))
        .containsExactly("-", "-", "cell 7, line 5");
  }

  @Test
  void waitThatOnlyTouchesASliceDoesNotCountAsTimesAreCoarse() {
    List<Slice> slices = List.of(slice(State.WAITING, 0, 100), slice(State.WAITING, 110, 210));

    assertThat(texts(slices, waited(State.WAITING, 10, 113, 3)))
        .containsExactly("cell 7, line 3", "-");
  }

  @Test
  void threadThatWaitsForACoreAnswersWhenItHasOne() {
    List<Slice> slices =
        List.of(
            slice(State.RUNNING, 0, 100),
            slice(State.READY, 100, 200),
            slice(State.RUNNING, 200, 300),
            slice(State.RUNNING, 300, 400));

    assertThat(texts(slices, computed(150, 210, 3)))
        .containsExactly("-", "cell 7, line 3", "cell 7, line 3", "-");
  }

  @Test
  void sliceOfNoCertainTaskIsWhereAnyTaskWasSeen() {
    List<Slice> slices =
        List.of(
            new Slice(0, 1, 1, State.RUNNING, 0, 100), new Slice(0, 1, 0, State.RUNNING, 100, 200));

    assertThat(texts(slices, computed(50, 51, 3), computed(150, 151, 4)))
        .containsExactly("-", "cell 7, line 4");
  }

  @Test
  void lookDuringWhichTheThreadWaitedSaysNothing() {
    List<Slice> slices =
        List.of(
            slice(State.RUNNING, 0, 100),
            slice(State.WAITING, 100, 200),
            slice(State.RUNNING, 200, 300));

    assertThat(texts(slices, computed(50, 250, 3))).containsExactly("-", "-", "-");
  }

  @Test
  void betweenTwoLooksAtTheSameLineTheTaskWasSeenThereBeforeAndAfter() {
    List<Slice> slices =
        List.of(
            slice(State.RUNNING, 0, 100),
            slice(State.READY, 100, 200),
            slice(State.RUNNING, 200, 300),
            slice(State.READY, 300, 400),
            slice(State.RUNNING, 400, 500));

    assertThat(texts(slices, computed(50, 51, 3), computed(250, 251, 3), computed(450, 451, 4)))
        .containsExactly(
            "cell 7, line 3",
            "cell 7, line 3 before and after",
            "cell 7, line 3",
            "-",
            "cell 7, line 4");
  }

  private static List<String> whereabouts(List<Slice> slices, Look... looks) {
    return SliceLines.on(slices, Map.of(0, List.of(looks)), 5).stream()
        .map(slice -> slice.whereabouts().orElse("-"))
        .toList();
  }

  @Test
  void whatNobodyLookedAtIsBetweenTheLinesThatWereSeenBeforeAndAfter() {
    List<Slice> slices =
        List.of(
            slice(State.RUNNING, 0, 100),
            slice(State.READY, 100, 200),
            slice(State.RUNNING, 200, 300),
            slice(State.RUNNING, 300, 400),
            slice(State.RUNNING, 400, 500));

    assertThat(
            whereabouts(
                slices,
                computed(10, 11, 2),
                computed(50, 51, 3),
                computed(350, 351, 4),
                computed(360, 361, 6)))
        .containsExactly(
            "cell 7, most often line 2",
            "cell 7, line 3 before, 4 after",
            "cell 7, line 3 before, 4 after",
            "cell 7, most often line 4",
            "-");
    assertThat(texts(slices, computed(50, 51, 3), computed(350, 351, 4)))
        .as("to be between two lines is to be in neither for sure")
        .containsExactly("cell 7, line 3", "-", "-", "cell 7, line 4", "-");
  }

  /// What a task computes between two waits is seldom what it waits in.
  @Test
  void betweenTwoWaitsATaskWasInTheirLinesBeforeAndAfter() {
    List<Slice> slices =
        List.of(
            slice(State.WAITING, 0, 100),
            slice(State.READY, 100, 200),
            slice(State.RUNNING, 200, 300),
            slice(State.WAITING, 300, 400),
            slice(State.RUNNING, 400, 500),
            slice(State.WAITING, 500, 600));

    assertThat(
            whereabouts(
                slices,
                waited(State.WAITING, 10, 90, 3),
                waited(State.WAITING, 310, 390, 5),
                waited(State.WAITING, 510, 590, 5)))
        .containsExactly(
            "cell 7, line 3",
            "cell 7, line 3 before, 5 after",
            "cell 7, line 3 before, 5 after",
            "cell 7, line 5",
            "cell 7, line 5 before and after",
            "cell 7, line 5");
  }

  @Test
  void linesOfOtherTasksAndWhatLiesBeyondAnUnseenWaitAreNoNeighbours() {
    List<Slice> slices =
        List.of(
            slice(State.RUNNING, 0, 100),
            slice(State.WAITING, 100, 200),
            slice(State.RUNNING, 200, 300),
            slice(State.RUNNING, 300, 400),
            new Slice(0, 1, 1, State.RUNNING, 400, 500),
            slice(State.RUNNING, 500, 600));

    assertThat(
            whereabouts(slices, computed(50, 51, 3), computed(350, 351, 4), computed(550, 551, 5)))
        .containsExactly(
            "cell 7, line 3",
            "cell 7, line 3 before, 4 after",
            "-",
            "cell 7, line 4",
            "-",
            "cell 7, line 5");
  }

  @Test
  void linesOfTwoCellsAreBothNamed() {
    Passage passage = new Passage(line(3), new CodeLine("cell 2", 9));

    assertThat(passage.text()).isEqualTo("cell 7, line 3 before, cell 2, line 9 after");
  }

  @Test
  void nothingIsSaidAcrossAWaitOrAnotherTask() {
    List<Slice> slices =
        List.of(
            slice(State.RUNNING, 0, 100),
            slice(State.WAITING, 100, 200),
            slice(State.RUNNING, 200, 300),
            new Slice(0, 1, 1, State.RUNNING, 300, 400),
            slice(State.RUNNING, 400, 500));

    assertThat(texts(slices, computed(50, 51, 3), computed(450, 451, 3)))
        .containsExactly("cell 7, line 3", "-", "-", "-", "cell 7, line 3");
  }

  @Test
  void whereSlicesAreExactATaskThatWaitsForItsTurnIsWhereItWaited() {
    List<Slice> slices =
        List.of(
            slice(State.WAITING, 0, 100),
            slice(State.READY, 100, 200),
            slice(State.RUNNING, 200, 300));

    assertThat(texts(slices, 0, waited(State.WAITING, 10, 11, 3)))
        .containsExactly("cell 7, line 3", "cell 7, line 3", "-");
    assertThat(texts(slices, 5, waited(State.WAITING, 10, 20, 3)))
        .containsExactly("cell 7, line 3", "-", "-");
  }

  @Test
  void whereSlicesAreExactALookInsideOfOneIsEnough() {
    assertThat(texts(List.of(slice(State.LOCKED, 0, 100)), 0, waited(State.WAITING, 10, 11, 3)))
        .containsExactly("cell 7, line 3");
  }

  @Test
  void sliceOfSeveralTasksTakesTheLooksAtAllOfThem() {
    Slice folded = new Slice(0, 4, 3, State.RUNNING, 0, 100);
    Look look = new Look(5, State.RUNNING, 50, 51, line(3));

    assertThat(SliceLines.onOne(List.of(folded), List.of(look), 5).getFirst().place())
        .isEqualTo(Optional.of(new Place(line(3), Seen.ALWAYS)));
    assertThat(texts(List.of(slice(State.RUNNING, 0, 100)), look)).containsExactly("-");
  }

  private static List<String> beside(List<Slice> slices, List<Look> mounted, Look... beside) {
    return SliceLines.ofMounts(slices, Map.of(0, mounted), Map.of(0, List.of(beside))).stream()
        .map(slice -> slice.place().map(Place::text).orElse("-"))
        .toList();
  }

  @Test
  void lookAtAThreadBesideTheCarriersCountsWhereItDidWhatTheSliceSays() {
    List<Slice> slices = List.of(slice(State.RUNNING, 0, 100), slice(State.WAITING, 100, 200));

    assertThat(beside(slices, List.of(), computed(150, 151, 3), waited(State.WAITING, 10, 90, 4)))
        .containsExactly("-", "-");
    assertThat(beside(slices, List.of(), computed(50, 51, 3), waited(State.WAITING, 90, 190, 4)))
        .containsExactly("cell 7, line 3", "cell 7, line 4");
    assertThat(beside(slices, List.of(computed(150, 151, 3))))
        .containsExactly("-", "cell 7, line 3");
  }

  @Test
  void taskWhoseWorkWaitedElsewhereWaitsForItsTurnInAnotherLine() {
    List<Slice> slices = List.of(slice(State.WAITING, 0, 100), slice(State.READY, 100, 200));

    assertThat(beside(slices, List.of(waited(State.WAITING, 10, 11, 4))))
        .containsExactly("cell 7, line 4", "cell 7, line 4");
    assertThat(beside(slices, List.of(), waited(State.WAITING, 10, 90, 4)))
        .containsExactly("cell 7, line 4", "-");
  }
}
