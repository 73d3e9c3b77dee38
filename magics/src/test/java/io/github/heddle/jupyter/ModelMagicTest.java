package io.github.heddle.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.Run;
import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.Position;
import io.github.heddle.host.BodySource;
import io.github.heddle.host.FakeHost;
import io.github.heddle.task.Ending;
import io.github.heddle.task.Outcome;
import io.github.heddle.task.TaskBody;
import io.github.heddle.task.Work;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a cell under a model's magic shows and declares.
@Timeout(30)
class ModelMagicTest {
  private static final String VEGA_LITE = "application/vnd.vegalite.v5+json";

  @Test
  void resultsComeFirstThenPictureThenNumbers() throws Exception {
    FakeHost host =
        MagicRuns.run(
            "%%threads -n 4 -w 2\ntask * task", MagicRuns.numbered((task, _) -> task * task));

    assertThat(host.texts()).hasSize(3);
    assertThat(host.texts().getFirst()).isEqualTo("[0, 1, 4, 9]");
    assertThat(host.texts().get(1)).startsWith("threads: 4 tasks");
    assertThat(host.texts().get(2)).contains("wall");
    assertThat(host.shown.get(1).data()).containsKey(VEGA_LITE);
  }

  @Test
  void bodyAndElementsAreCompiledWithTheirPlaces() throws Exception {
    FakeHost host =
        MagicRuns.run(
            "%%threads --over List.of(\"a b\") --as url\nfetch(url)",
            MagicRuns.over(List.of("a b"), "x"));

    assertThat(host.compiled)
        .containsExactly(
            new BodySource(
                new Fragment("fetch(url)", new Position(2, 1)),
                Optional.of(new Fragment("List.of(\"a b\")", new Position(1, 18))),
                "url"));
  }

  @Test
  void variablesAreDeclared() throws Exception {
    FakeHost host =
        MagicRuns.run(
            "%%sequential -n 3 --into squares --run r\ntask",
            MagicRuns.numbered((task, _) -> task));

    assertThat(host.declared).containsEntry("squares", List.of(0, 1, 2));
    assertThat(host.declared.get("r")).isInstanceOf(Run.class);
  }

  @Test
  void quietShowsOnlyTheResults() throws Exception {
    FakeHost host =
        MagicRuns.run("%%threads -n 2 --quiet\ntask", MagicRuns.numbered((task, _) -> task));

    assertThat(host.texts()).containsExactly("[0, 1]");
  }

  @Test
  void withoutPictureThereAreFindingAndNumbers() throws Exception {
    FakeHost host =
        MagicRuns.run("%%threads -n 2 --plot none\ntask", MagicRuns.numbered((task, _) -> task));

    assertThat(host.texts()).hasSize(3);
    assertThat(host.shown).noneMatch(bundle -> bundle.data().containsKey(VEGA_LITE));
  }

  @Test
  void bodyThatGivesNothingShowsNoResults() throws Exception {
    TaskBody<Integer, @Nullable Object> nothing = (_, _) -> null;
    FakeHost host =
        MagicRuns.run(
            "%%threads -n 2\nwork();",
            new Work<Integer, @Nullable Object>(Optional.empty(), nothing));

    assertThat(host.texts()).hasSize(2);
  }

  @Test
  void manyResultsAreCutShort() throws Exception {
    FakeHost host =
        MagicRuns.run(
            "%%sequential -n 1000\ntask", MagicRuns.numbered((task, _) -> "x".repeat(300) + task));

    List<String> lines = host.texts().getFirst().lines().toList();
    assertThat(lines).hasSize(21);
    assertThat(lines.getFirst()).startsWith("[0] xxx").endsWith(" …").hasSizeLessThan(250);
    assertThat(lines.getLast()).isEqualTo("… and 980 more");
  }

  @Test
  void emptyCollectionIsNothingToDo() throws Exception {
    FakeHost host =
        MagicRuns.run("%%threads --over List.of() --into r\nitem", MagicRuns.over(List.of(), "x"));

    assertThat(host.texts()).containsExactly("no element, nothing to do");
    assertThat(host.declared).containsEntry("r", List.of());
  }

  @Test
  void helpIsShownAndNothingIsRun() throws Exception {
    FakeHost host = MagicRuns.run("%%threads --help", MagicRuns.numbered((task, _) -> task));

    assertThat(host.texts()).singleElement().asString().contains("--workers");
    assertThat(host.compiled).isEmpty();
  }

  @Test
  void longRunShowsItsProgressInThePlacesOfTheReport() throws Exception {
    FakeHost[] host = new FakeHost[1];
    host[0] =
        new FakeHost(
            "%%sequential -n 3\nwork();",
            MagicRuns.numbered((task, _) -> {
              if (task == 1) {
                host[0].awaitProgress();
              }
              return task;
            }));
    MagicRuns.eval(host[0]);

    assertThat(MagicRuns.text(host[0].history.get(0)))
        .startsWith("sequential: 1 of 3 tasks done after 1 s · ");
    assertThat(host[0].history.get(1).data()).containsOnlyKeys("image/png", "text/plain");
    assertThat(MagicRuns.text(host[0].history.get(1)))
        .startsWith("sequential\nwhat the workers did so far");
    assertThat(host[0].texts()).hasSize(3);
    assertThat(host[0].texts().getFirst()).isEqualTo("[0, 1, 2]");
    assertThat(host[0].texts().get(1)).startsWith("sequential: 3 ");
    assertThat(host[0].shown.get(1).data()).containsKey(VEGA_LITE);
    assertThat(host[0].texts().get(2)).contains("wall");
  }

  @Test
  void traceIsSavedAndTheOutputSaysWhere(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("run.json");
    FakeHost host =
        MagicRuns.run(
            "%%threads -n 2 --save \"" + file + "\"\ntask", MagicRuns.numbered((task, _) -> task));

    assertThat(file).content().contains("traceEvents");
    assertThat(host.texts().getLast()).startsWith("saved in " + file);
  }

  @Test
  void valueThatCannotBeShownDoesNotLoseTheReport() throws Exception {
    FakeHost host =
        MagicRuns.run("%%threads -n 2\nnew Bad()", MagicRuns.numbered((_, _) -> new Bad()));

    assertThat(host.texts()).hasSize(3);
    assertThat(host.texts().getFirst())
        .isEqualTo(
            "[(Bad, whose text cannot be had: AssertionError),"
                + " (Bad, whose text cannot be had: AssertionError)]");
  }

  @Test
  void everyOutputHasAText() throws Exception {
    FakeHost host = MagicRuns.run("%%threads -n 2\ntask", MagicRuns.numbered((task, _) -> task));

    assertThat(host.shown).allMatch(bundle -> bundle.data().containsKey("text/plain"));
  }

  @Test
  void outcomesReachTheRun() throws Exception {
    FakeHost host =
        MagicRuns.run("%%threads -n 2 --run r\ntask", MagicRuns.numbered((task, _) -> task));

    Run<?> run = (Run<?>) Objects.requireNonNull(host.declared.get("r"));
    assertThat(run.outcomes()).extracting(Outcome::ending).containsOnly(Ending.DONE);
    assertThat(run.plan().tasks()).isEqualTo(2);
  }

  private static final class Bad {
    @Override
    public String toString() {
      throw new AssertionError("no text");
    }
  }
}
