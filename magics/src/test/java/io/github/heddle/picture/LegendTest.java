package io.github.heddle.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import io.github.heddle.plan.Turn;
import io.github.heddle.report.SampleComparisons;
import io.github.heddle.report.SampleLoops;
import io.github.heddle.report.SampleRun;
import io.github.heddle.report.SampleRuns;
import io.github.heddle.trace.State;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What legends say of those who could go on, and how they show states.
class LegendTest {
  private static final Gson JSON = new Gson();

  private static Bundle picture(SampleRun run) {
    return Pictures.of(run.report(), EnumSet.allOf(Part.class)).getFirst();
  }

  private static void assertSays(Bundle picture, String ready) {
    assertThat(JSON.toJson(picture.data().get(Pictures.VEGA_LITE)))
        .contains("\"domain\":[\"running\",\"" + ready + "\"");
    assertSaysInText(picture, ready);
  }

  private static void assertSaysInText(Bundle picture, String ready) {
    assertThat((String) picture.data().get("text/plain"))
        .containsPattern("shares of it: █ running, ▒ " + ready + "(, ·|\n|$)");
  }

  @ParameterizedTest
  @CsvSource({
    "loop, waiting for the loop",
    "offloaded, waiting for a core or the loop",
    "crowd, waiting for a carrier",
    "oversubscribed, waiting for a core",
  })
  void theLegendSaysWhatIsWaitedFor(String run, String ready) {
    assertSays(picture(SampleRuns.named(run)), ready);
  }

  @Test
  void aLoopWithoutACoreWaitsForThatWhereNoTaskWaitsForIt() {
    SampleRun run =
        SampleRun.of(1, 1)
            .model("async")
            .onLoop()
            .whole(1, 0, State.RUNNING, 0, 30)
            .mounted(0, 0, 0, 10)
            .folded(0, 0, 1, State.READY, 10, 20)
            .mounted(0, 0, 20, 30);

    assertSays(picture(run), "waiting for a core");
  }

  @Test
  void severalRunsHaveOneLegendForAllThatIsWaitedForInAnyOfThem() {
    Bundle both = Pictures.of(SampleComparisons.onLoop(), true).getFirst();
    Bundle threads = Pictures.of(SampleComparisons.wide(), true).getFirst();

    assertSays(both, "waiting for a core or the loop");
    assertThat((String) both.data().get("text/plain"))
        .contains("running 8 %, waiting for the loop 58 %", "waiting for a core 50 %");
    assertSays(threads, "waiting for a core");
  }

  @Test
  void theLegendOfARunUnderWaySaysWhatItsModelWaitsFor() {
    SampleRun loop = SampleLoops.inTurn(3);
    SampleRun threads = SampleRuns.oversubscribed();

    assertSaysInText(Pictures.soFar(Turn.only(loop.plan()), loop.trace()), "waiting for the loop");
    assertSaysInText(
        Pictures.soFar(Turn.only(threads.plan()), threads.trace()), "waiting for a core");
  }

  @Test
  void allThatIsWaitedForIsNamedOnceAndInOneOrder() {
    Words words = new Words("the loop", List.of(), "waiting");

    assertThat(words.with(List.of("the loop", "a core", "a carrier", "a core")).label(State.READY))
        .isEqualTo("waiting for a carrier, a core or the loop");
  }

  @Test
  void symbolsAreAsThickAsBarsInComparison() {
    assertThat(JSON.toJson(picture(SampleRuns.mixed()).data().get(Pictures.VEGA_LITE)))
        .contains("[\"running\",\"waiting for a core\",\"waiting (I/O, sleep)\"]")
        .contains("[0.8,0.6,0.45][datum.index]");
    assertThat(Stream.of(State.RUNNING, State.READY, State.WAITING, State.LOCKED))
        .extracting(state -> Box.piece(Look.of(state)).height())
        .containsExactly(22, 16, 12, 8);
  }

  @Test
  void symbolsHaveTheEdgesOfBars() {
    assertThat(JSON.toJson(picture(SampleRuns.started()).data().get(Pictures.VEGA_LITE)))
        .contains("[\\u0027transparent\\u0027,\\u0027#8F8500\\u0027][datum.index]");
    assertThat(JSON.toJson(picture(SampleRuns.mixed()).data().get(Pictures.VEGA_LITE)))
        .doesNotContain("symbolStrokeColor");
  }

  @Test
  void symbolsOfSeveralPanelsAreSaidOnce() {
    String spec =
        JSON.toJson(
            Pictures.of(SampleComparisons.waiting(), true)
                .getFirst()
                .data()
                .get(Pictures.VEGA_LITE));

    assertThat(spec)
        .containsOnlyOnce("symbolType")
        .containsSubsequence("\"config\":", "[0.8,0.45][datum.index]");
  }
}
