package io.github.heddle.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.heddle.Run;
import io.github.heddle.TasksFailed;
import io.github.heddle.cell.CellException;
import io.github.heddle.cell.CellSyntax.CellMagic;
import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.Position;
import io.github.heddle.cell.Problem;
import io.github.heddle.host.BodySource;
import io.github.heddle.host.FakeHost;
import io.github.heddle.picture.Bundle;
import io.github.heddle.plan.ModelProfile;
import io.github.heddle.task.Ending;
import io.github.heddle.task.Outcome;
import io.github.heddle.task.TaskBody;
import io.github.heddle.task.Work;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ModelMagicTest {
  private static final String VEGA_LITE = "application/vnd.vegalite.v5+json";

  @Test
  void resultsComeFirstThenPictureThenNumbers() throws Exception {
    FakeHost host = run("%%threads -n 4 -w 2\ntask * task", numbered((task, _) -> task * task));

    assertThat(host.texts()).hasSize(3);
    assertThat(host.texts().getFirst()).isEqualTo("[0, 1, 4, 9]");
    assertThat(host.texts().get(1)).startsWith("threads: 4 tasks");
    assertThat(host.texts().get(2)).contains("wall");
    assertThat(host.shown.get(1).data()).containsKey(VEGA_LITE);
  }

  @Test
  void bodyAndElementsAreCompiledWithTheirPlaces() throws Exception {
    FakeHost host =
        run("%%threads --over List.of(\"a b\") --as url\nfetch(url)", over(List.of("a b"), "x"));

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
        run("%%sequential -n 3 --into squares --run r\ntask", numbered((task, _) -> task));

    assertThat(host.declared).containsEntry("squares", List.of(0, 1, 2));
    assertThat(host.declared.get("r")).isInstanceOf(Run.class);
  }

  @Test
  void quietShowsOnlyTheResults() throws Exception {
    FakeHost host = run("%%threads -n 2 --quiet\ntask", numbered((task, _) -> task));

    assertThat(host.texts()).containsExactly("[0, 1]");
  }

  @Test
  void withoutPictureThereAreFindingAndNumbers() throws Exception {
    FakeHost host = run("%%threads -n 2 --plot none\ntask", numbered((task, _) -> task));

    assertThat(host.texts()).hasSize(3);
    assertThat(host.shown).noneMatch(bundle -> bundle.data().containsKey(VEGA_LITE));
  }

  @Test
  void bodyThatGivesNothingShowsNoResults() throws Exception {
    TaskBody<Integer, @Nullable Object> nothing = (_, _) -> null;
    FakeHost host =
        run(
            "%%threads -n 2\nwork();",
            new Work<Integer, @Nullable Object>(Optional.empty(), nothing));

    assertThat(host.texts()).hasSize(2);
  }

  @Test
  void manyResultsAreCutShort() throws Exception {
    FakeHost host =
        run("%%sequential -n 1000\ntask", numbered((task, _) -> "x".repeat(300) + task));

    List<String> lines = host.texts().getFirst().lines().toList();
    assertThat(lines).hasSize(21);
    assertThat(lines.getFirst()).startsWith("[0] xxx").endsWith(" …").hasSizeLessThan(250);
    assertThat(lines.getLast()).isEqualTo("… and 980 more");
  }

  @Test
  void emptyCollectionIsNothingToDo() throws Exception {
    FakeHost host = run("%%threads --over List.of() --into r\nitem", over(List.of(), "x"));

    assertThat(host.texts()).containsExactly("no element, nothing to do");
    assertThat(host.declared).containsEntry("r", List.of());
  }

  @Test
  void bodyIsRequired() {
    FakeHost host = new FakeHost("%%threads -n 2\n  \n", numbered((task, _) -> task));

    assertThatExceptionOfType(CellException.class)
        .isThrownBy(() -> eval(host))
        .satisfies(thrown ->
            assertThat(thrown.problems())
                .containsExactly(
                    Problem.at(Position.START, 9, "there is nothing to run")
                        .withHint("write statements under this line; they are run once per task")));
    assertThat(host.compiled).isEmpty();
  }

  @Test
  void badOptionsStopBeforeAnythingIsCompiled() {
    FakeHost host = new FakeHost("%%threads --workers 0\ntask", numbered((task, _) -> task));

    assertThatExceptionOfType(CellException.class).isThrownBy(() -> eval(host));
    assertThat(host.compiled).isEmpty();
    assertThat(host.shown).isEmpty();
  }

  @Test
  void tooManyElementsAreRefused() {
    List<Integer> elements =
        new AbstractList<>() {
          @Override
          public Integer get(int index) {
            return index;
          }

          @Override
          public int size() {
            return 10_000_001;
          }
        };
    FakeHost host = new FakeHost("%%threads --over xs\nitem", over(elements, 1));

    assertThatExceptionOfType(CellException.class)
        .isThrownBy(() -> eval(host))
        .withMessageContaining("10,000,001 elements are too many");
  }

  @Test
  void helpIsShownAndNothingIsRun() throws Exception {
    FakeHost host = run("%%threads --help", numbered((task, _) -> task));

    assertThat(host.texts()).singleElement().asString().contains("--workers");
    assertThat(host.compiled).isEmpty();
  }

  @Test
  void failedTasksAreNamedAfterTheReport() {
    FakeHost host =
        new FakeHost("%%threads -n 5 --into r --run all\nwork();", numbered(ModelMagicTest::odd));

    assertThatExceptionOfType(TasksFailed.class)
        .isThrownBy(() -> eval(host))
        .withMessage(
            """
            2 of 5 tasks failed
              tasks 1, 3: IllegalStateException: odd (cell 3, line 2)\
            """)
        .satisfies(thrown -> assertThat(thrown.thrown()).containsOnlyKeys(1, 3));
    assertThat(host.texts()).hasSize(3);
    assertThat(host.texts().getFirst()).isEqualTo("[0, failed, 2, failed, 4]");
    assertThat(host.declared).containsOnlyKeys("all");
  }

  @Test
  void errorsOfTheBodyAreItsOutcomes() {
    FakeHost host =
        new FakeHost(
            "%%threads -n 1\nf();",
            numbered((_, _) -> {
              throw new StackOverflowError();
            }));

    assertThatExceptionOfType(TasksFailed.class)
        .isThrownBy(() -> eval(host))
        .withMessageContaining("StackOverflowError");
    assertThat(host.texts()).hasSize(2);
  }

  @Test
  void timeLimitEndsTheRunAndTheReportIsShown() {
    FakeHost host =
        new FakeHost(
            "%%threads -n 3 -w 2 --timeout 50ms\nsleep",
            numbered((_, _) -> {
              Thread.sleep(60_000);
              return 1;
            }));

    assertThatExceptionOfType(TasksFailed.class)
        .isThrownBy(() -> eval(host))
        .withMessageContaining("2 of 3 tasks timed out, 1 not started")
        .withMessageContaining("  tasks 0, 1: timed out after 50.0 ms");
    assertThat(host.texts().getFirst()).startsWith("threads: the time limit ended the run");
  }

  @Test
  void stoppedRunIsReportedThenTheCellIsInterrupted() {
    FakeHost[] host = new FakeHost[1];
    host[0] =
        new FakeHost(
            "%%sequential -n 16 --run r\nwork();",
            numbered((task, _) -> {
              if (task == 5) {
                host[0].scope().stop();
                Thread.sleep(60_000);
              }
              return task;
            }));

    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> eval(host[0]))
        .withMessageContaining("interrupted: 5 of 16 tasks done");
    assertThat(host[0].texts().get(1)).contains("interrupted: 5 of 16 tasks done");
  }

  @Test
  void longRunShowsItsProgressInThePlacesOfTheReport() throws Exception {
    FakeHost[] host = new FakeHost[1];
    host[0] =
        new FakeHost(
            "%%sequential -n 3\nwork();",
            numbered((task, _) -> {
              if (task == 1) {
                host[0].awaitProgress();
              }
              return task;
            }));
    eval(host[0]);

    assertThat(text(host[0].history.get(0)))
        .startsWith("sequential: 1 of 3 tasks done after 1 s · ");
    assertThat(host[0].history.get(1).data()).containsOnlyKeys("image/png", "text/plain");
    assertThat(text(host[0].history.get(1))).startsWith("sequential\nwhat the workers did so far");
    assertThat(host[0].texts()).hasSize(3);
    assertThat(host[0].texts().getFirst()).isEqualTo("[0, 1, 2]");
    assertThat(host[0].texts().get(1)).startsWith("sequential: 3 ");
    assertThat(host[0].shown.get(1).data()).containsKey(VEGA_LITE);
    assertThat(host[0].texts().get(2)).contains("wall");
  }

  @Test
  void medianOfSeveralRunsIsReportedWithItsSpread() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    FakeHost host =
        run(
            "%%sequential -n 1 --warmup 2 --repeat 4 --run r --into last\nwork();",
            numbered((_, _) -> {
              Thread.onSpinWait();
              return runs.incrementAndGet();
            }));

    Run<?> run = (Run<?>) Objects.requireNonNull(host.declared.get("r"));
    assertThat(runs).hasValue(6);
    assertThat(host.declared.get("last")).isEqualTo(List.of(6));
    assertThat(run.walls()).hasSize(4);
    assertThat(run.wall()).isEqualTo(run.walls().stream().sorted().toList().get(1));
    assertThat(host.texts().get(1)).contains(" (median of 4 runs, ");
    assertThat(host.texts().get(2)).containsPattern("wall +[0-9.]+ .s \\(");
  }

  @Test
  void failureEndsTheRepeating() {
    AtomicInteger runs = new AtomicInteger();
    FakeHost host =
        new FakeHost(
            "%%sequential -n 1 --repeat 5 --run r\nwork();",
            numbered((_, _) -> {
              if (runs.incrementAndGet() == 3) {
                throw new IllegalStateException("third");
              }
              return 1;
            }));

    assertThatExceptionOfType(TasksFailed.class).isThrownBy(() -> eval(host));
    assertThat(runs).hasValue(3);
    assertThat(host.texts().getFirst())
        .startsWith("sequential: the task failed")
        .contains("(in run 3)");
    assertThat(((Run<?>) Objects.requireNonNull(host.declared.get("r"))).walls()).hasSize(3);
  }

  @Test
  void stopEndsAllRuns() {
    AtomicInteger runs = new AtomicInteger();
    FakeHost[] host = new FakeHost[1];
    host[0] =
        new FakeHost(
            "%%sequential -n 2 --warmup 1 --repeat 5\nwork();",
            numbered((task, _) -> {
              if (runs.incrementAndGet() == 4) {
                host[0].scope().stop();
              }
              return task;
            }));

    assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> eval(host[0]));
    assertThat(runs).hasValue(4);
  }

  @Test
  void traceIsSavedAndTheOutputSaysWhere(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("run.json");
    FakeHost host =
        run("%%threads -n 2 --save \"" + file + "\"\ntask", numbered((task, _) -> task));

    assertThat(file).content().contains("traceEvents");
    assertThat(host.texts().getLast()).startsWith("saved in " + file);
  }

  @Test
  void folderThatIsMissingIsSaidBeforeAnythingIsRun() {
    AtomicInteger ran = new AtomicInteger();
    FakeHost host =
        new FakeHost(
            "%%threads -n 2 --save /no/such/run.json\ntask",
            numbered((_, _) -> ran.incrementAndGet()));

    assertThatExceptionOfType(CellException.class)
        .isThrownBy(() -> eval(host))
        .satisfies(thrown ->
            assertThat(thrown.problems())
                .singleElement()
                .satisfies(problem -> {
                  assertThat(problem.at()).isEqualTo(new Position(1, 23));
                  assertThat(problem.message()).isEqualTo("there is no directory /no/such");
                }));
    assertThat(ran).hasValue(0);
  }

  @Test
  void valueThatCannotBeShownDoesNotLoseTheReport() throws Exception {
    FakeHost host = run("%%threads -n 2\nnew Bad()", numbered((_, _) -> new Bad()));

    assertThat(host.texts()).hasSize(3);
    assertThat(host.texts().getFirst())
        .isEqualTo(
            "[(Bad, whose text cannot be had: AssertionError),"
                + " (Bad, whose text cannot be had: AssertionError)]");
  }

  @Test
  void everyOutputHasAText() throws Exception {
    FakeHost host = run("%%threads -n 2\ntask", numbered((task, _) -> task));

    assertThat(host.shown).allMatch(bundle -> bundle.data().containsKey("text/plain"));
  }

  @Test
  void outcomesReachTheRun() throws Exception {
    FakeHost host = run("%%threads -n 2 --run r\ntask", numbered((task, _) -> task));

    Run<?> run = (Run<?>) Objects.requireNonNull(host.declared.get("r"));
    assertThat(run.outcomes()).extracting(Outcome::ending).containsOnly(Ending.DONE);
    assertThat(run.plan().tasks()).isEqualTo(2);
  }

  private static String text(Bundle bundle) {
    return (String) Objects.requireNonNull(bundle.data().get("text/plain"));
  }

  private static final class Bad {
    @Override
    public String toString() {
      throw new AssertionError("no text");
    }
  }

  private static Object odd(int task, Object item) {
    if (task % 2 == 1) {
      IllegalStateException odd = new IllegalStateException("odd");
      odd.setStackTrace(
          new StackTraceElement[] {
            new StackTraceElement("java.util.Objects", "check", "Objects.java", 9),
            new StackTraceElement("REPL.$JShell$3", "body", "cell 3", 2)
          });
      throw odd;
    }
    return task;
  }

  private static Work<Object, Object> numbered(TaskBody<Object, Object> body) {
    return new Work<>(Optional.empty(), body);
  }

  private static <T> Work<T, Object> over(List<T> elements, Object result) {
    return new Work<>(Optional.of(elements), (_, _) -> result);
  }

  private static FakeHost run(String text, Work<?, ?> work) throws Exception {
    FakeHost host = new FakeHost(text, work);
    eval(host);
    return host;
  }

  private static void eval(FakeHost host) throws CellException, InterruptedException {
    CellMagic cell = (CellMagic) host.cell().parse();
    ModelProfile model =
        cell.line().name().equals("threads") ? ModelProfile.THREADS : ModelProfile.SEQUENTIAL;
    new ModelMagic(model, cell, host).eval();
  }
}
