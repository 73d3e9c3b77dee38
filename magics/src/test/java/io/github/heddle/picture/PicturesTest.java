package io.github.heddle.picture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import io.github.heddle.report.LeftOut;
import io.github.heddle.report.Report;
import io.github.heddle.report.SampleComparisons;
import io.github.heddle.report.SampleCrowds;
import io.github.heddle.report.SampleRun;
import io.github.heddle.report.SampleRuns;
import io.github.heddle.report.Versus;
import io.github.heddle.task.Ending;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
  private static final Gson JSON = new Gson();

  static final List<String> ORDINARY =
      List.of(
          "oversubscribed",
          "io",
          "mixed",
          "locked",
          "failed",
          "interrupted",
          "deadlock",
          "sequential",
          "loop",
          "crowd",
          "started",
          "elements",
          "memory",
          "seen");

  private static Bundle picture(SampleRun run) {
    return bundles(run.report()).getFirst();
  }

  private static List<Bundle> bundles(Report report) {
    return Pictures.of(report, EnumSet.allOf(Part.class));
  }

  private static int size(Bundle bundle) {
    return JSON.toJson(List.of(bundle.data(), bundle.metadata())).getBytes(UTF_8).length;
  }

  private static String spec(SampleRun run) {
    return JSON.toJson(picture(run).data().get(Pictures.VEGA_LITE));
  }

  @Test
  void thePictureComesInThreeTypesAndNoneThatWouldHideThem() {
    assertThat(picture(SampleRuns.oversubscribed()).data())
        .containsOnlyKeys("application/vnd.vegalite.v5+json", "image/png", "text/plain");
  }

  @Test
  void theMetadataNameActionsSizeAndAlternativeText() {
    Map<String, Object> metadata = picture(SampleRuns.oversubscribed()).metadata();

    assertThat(metadata.get(Pictures.VEGA_LITE))
        .isEqualTo(Map.of("embed_options", Map.of("actions", false)));
    assertThat(JSON.toJson(metadata.get("image/png")))
        .contains("\"width\":", "\"height\":", "\"alt\":\"threads: 8 CPU-bound tasks");
  }

  @ParameterizedTest
  @FieldSource("ORDINARY")
  void anOrdinaryRunStaysBelowSixtyKilobytes(String name) {
    assertThat(size(picture(SampleRuns.named(name)))).isLessThan(60_000);
  }

  /// A notebook has a dozen of them, each with its table, and is to stay far below a megabyte.
  @Test
  void ordinaryRunsWeighMuchLessOnAverage() {
    assertThat(ORDINARY.stream().map(name -> bundles(SampleRuns.named(name).report())))
        .allSatisfy(bundles -> assertThat(weight(bundles)).isLessThan(48_000))
        .extracting(PicturesTest::weight)
        .satisfies(weights ->
            assertThat(weights.stream().mapToInt(Integer::intValue).average().orElseThrow())
                .isLessThan(31_000));
  }

  private static int weight(List<Bundle> bundles) {
    return bundles.stream().mapToInt(PicturesTest::size).sum();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"wide", "million", "started-wide", "elements-many", "memory-wide", "seen-wide"})
  void noRunExceedsTwoHundredKilobytes(String name) {
    assertThat(bundles(SampleRuns.named(name).report()))
        .allSatisfy(bundle -> assertThat(size(bundle)).isLessThan(200_000));
  }

  @Test
  void onANarrowPageThePictureIsNarrower() {
    assertThat(List.of(SampleRuns.oversubscribed(), SampleRuns.deadlock()))
        .extracting(PicturesTest::spec)
        .allSatisfy(spec ->
            assertThat(spec)
                .contains("{\"name\":\"width\",\"expr\":")
                .contains(
                    "clamp(windowSize()[0] - (windowSize()[0] \\u003c 760 ? 270 : 340), 140,"
                        + " 600)"));
  }

  @Test
  void whereADeadlockHasNoRoomItsBoxesSayLess() {
    assertThat(spec(SampleRuns.deadlock()))
        .contains("\"task 0 waits at cell 4, line 7\"", "\"task 0: cell 4, line 7\"")
        .contains(
            "{\"filter\":\"width \\u003e\\u003d 410\"}", "{\"filter\":\"width \\u003c 410\"}");
  }

  @Test
  void theSpecificationHoldsNoNullWhichWritersOfJsonMayLeaveOut() {
    assertThat(complete(picture(SampleRuns.oversubscribed()).data().get(Pictures.VEGA_LITE)))
        .isTrue();
  }

  private static boolean complete(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Map<?, ?> object -> object.values().stream().allMatch(PicturesTest::complete);
      case List<?> list -> list.stream().allMatch(PicturesTest::complete);
      default -> true;
    };
  }

  @Test
  void theSpecificationLeavesColoursOfThePageToItsTheme() {
    assertThat(spec(SampleRuns.oversubscribed()))
        .contains("\"background\":\"transparent\"", "\"renderer\":\"svg\"")
        .contains("\"title\":{\"color\":\"currentColor\",\"subtitleColor\":\"currentColor\"}")
        .contains("\"labelColor\":\"currentColor\",\"titleColor\":\"currentColor\"");
  }

  @Test
  void onlyStatesThatOccurAreInTheLegend() {
    assertThat(spec(SampleRuns.locked()))
        .contains("[\"running\",\"waiting for a lock\"]")
        .doesNotContain("waiting for a core");
  }

  @Test
  void theTooltipNamesLaneTaskStateAndTimes() {
    assertThat(spec(SampleRuns.locked()))
        .contains("\"title\":\"lane\"", "\"title\":\"task\"", "\"title\":\"state\"")
        .contains("\"title\":\"from (ms)\"", "\"title\":\"to (ms)\"", "\"title\":\"for (ms)\"");
  }

  @Test
  void deadlockIsDrawnAsWhoWaitsForWhomAboveTheLanes() {
    assertThat(spec(SampleRuns.deadlock()))
        .contains("who waits for whom", "task 0 waits at cell 4, line 7", "Account@a")
        .contains("thread-1");
    assertThat(picture(SampleRuns.deadlock()).data().get("text/plain"))
        .asString()
        .contains("  task 1 waits at cell 4, line 12\n    ↓ Account@a (held by the first)");
    assertThat(spec(SampleRuns.locked())).doesNotContain("who waits for whom");
  }

  @Test
  void textOfAGraphHasTheColourOfTextOnThePage() {
    assertThat(spec(SampleRuns.deadlock())).contains("\"fontSize\":12,\"color\":\"currentColor\"");
  }

  @Test
  void theAxisSaysThatLanesAreInSteps() {
    assertThat(spec(SampleCrowds.wide())).contains("lanes in steps of 2 s");
    assertThat(spec(SampleRuns.io())).doesNotContain("in steps of");
  }

  @Test
  void partsThatAreNotAskedForAreLeftOut() {
    Report report = SampleRuns.oversubscribed().report();
    Bundle lanes = Pictures.of(report, Set.of(Part.LANES)).getFirst();
    Bundle cores = Pictures.of(report, Set.of(Part.CORES)).getFirst();

    assertThat(JSON.toJson(lanes.data().get(Pictures.VEGA_LITE)))
        .contains("thread-1")
        .doesNotContain("core 0");
    assertThat(JSON.toJson(cores.data().get(Pictures.VEGA_LITE)))
        .contains("core 0")
        .doesNotContain("thread-1");
    assertThat(Pictures.of(report, Set.of()).getFirst().data()).containsOnlyKeys("text/plain");
  }

  @Test
  void coresThatTellOfTheWholeMachineOnlyHaveNoLegendOfThisRun() {
    assertThat(spec(SampleRuns.elsewhere()))
        .contains("\"domain\":[\"machine: this run and all else\"]")
        .doesNotContain("[\"this run\"");
  }

  @Test
  void memoryIsShownWhereItIsAskedForBelowAllElseAndWithTheOnlyTimeAxis() {
    Report report = SampleRuns.memory().report();
    String all = spec(SampleRuns.memory());
    Bundle usual = Pictures.of(report, Part.usual()).getFirst();
    Bundle memory = Pictures.of(report, Set.of(Part.MEMORY)).getFirst();

    assertThat(all).containsSubsequence("core 0", "kernel, peak 184 MB", "process-2, peak 188 MB");
    assertThat(all.substring(0, all.lastIndexOf("core 0"))).doesNotContain("time since the first");
    assertThat(all).contains("time since the first task (ms)");
    assertThat(JSON.toJson(usual.data())).doesNotContain("objects on the heap");
    assertThat(JSON.toJson(memory.data().get(Pictures.VEGA_LITE)))
        .contains("objects on the heap", "rest of the resident set", "left by the last collection")
        .doesNotContain("core 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"compare-wide", "compare-five", "compare-failed"})
  void aComparisonStaysBelowTwoHundredKilobytesAndHasOneAxis(String name) {
    Versus versus = Objects.requireNonNull(SampleComparisons.all().get(name));
    List<Bundle> bundles = Pictures.of(versus, true);
    Object spec = bundles.getFirst().data().get(Pictures.VEGA_LITE);

    assertThat(bundles).allSatisfy(bundle -> assertThat(size(bundle)).isLessThan(200_000));
    assertThat(complete(spec)).isTrue();
    assertThat(JSON.toJson(spec)).containsOnlyOnce("time since the first task");
    assertThat(bundles.getLast().data()).containsOnlyKeys("text/html", "text/plain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"compare-cpu", "compare-io"})
  void anOrdinaryComparisonStaysBelowSixtyKilobytes(String name) {
    Versus versus = Objects.requireNonNull(SampleComparisons.all().get(name));

    assertThat(size(Pictures.of(versus, true).getFirst())).isLessThan(60_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sequential", "async", "virtual", "threads", "processes"})
  void everyModelHasTheSamePaletteAndNoMoreThanFortyRows(String model) {
    SampleRun run = SampleCrowds.wide().model(model);
    Scene scene = Scene.of(run.report(), EnumSet.allOf(Part.class));

    assertThat(scene.lanes()).hasSizeLessThanOrEqualTo(40).doesNotHaveDuplicates();
    assertThat(scene.bars()).hasSizeLessThanOrEqualTo(500);
    assertThat(spec(run)).contains("\"range\":[\"#0072B2\",\"#E69F00\"]");
  }

  @Test
  void theTableOfAComparisonMarksTheBest() {
    Bundle table = Pictures.of(SampleComparisons.computing(), true).getLast();

    assertThat((String) table.data().get("text/html"))
        .contains("<th", ">processes<", "<b>410\u00A0ms</b>");
    assertThat((String) table.data().get("text/plain"))
        .containsPattern("wall +800 ms +410 ms \\* +420 ms");
  }

  @Test
  void theTableOfAComparisonMayBeBrokenBeforeASpreadButNotInsideOfANumber() {
    String table =
        (String) Pictures.of(SampleComparisons.repeated(), true).getLast().data().get("text/html");

    assertThat(table)
        .containsPattern("[0-9]\u00A0.?s \\(")
        .doesNotContainPattern(">[0-9.]+ .?s")
        .doesNotContain("nowrap");
  }

  @Test
  void whereNothingCouldBeComparedThereAreWords() {
    Versus none = Versus.of(List.of(), List.of(new LeftOut("processes", "why")), Optional.empty());

    assertThat(Pictures.of(none, true))
        .singleElement()
        .satisfies(bundle -> assertThat(bundle.data()).containsOnlyKeys("text/plain"));
  }

  @Test
  void anEmptyRunIsToldInWords() {
    assertThat(picture(SampleRun.of(0, 2)).data())
        .isEqualTo(
            Map.of(
                "text/plain",
                "threads: no tasks to run\nthere was no element and no task to run a body for"));
  }

  @Test
  void aRunWithoutCoresAndSlicesIsToldInWords() {
    SampleRun run = SampleRun.of(1, 1).task(0, 0, Ending.CANCELLED, 0, 5);

    assertThat(picture(run).data()).containsOnlyKeys("text/plain");
  }
}
