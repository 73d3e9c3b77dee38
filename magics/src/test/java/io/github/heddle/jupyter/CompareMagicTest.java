package io.github.heddle.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.heddle.Comparison;
import io.github.heddle.TasksFailed;
import io.github.heddle.cell.CellException;
import io.github.heddle.cell.CellSyntax.CellMagic;
import io.github.heddle.host.FakeHost;
import io.github.heddle.task.TaskBody;
import io.github.heddle.task.Work;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CompareMagicTest {
  private static final String VEGA_LITE = "application/vnd.vegalite.v5+json";

  private static Work<Object, Object> numbered(TaskBody<Object, Object> body) {
    return new Work<>(Optional.empty(), body);
  }

  private static FakeHost run(String text, Work<?, ?> work) throws Exception {
    FakeHost host = new FakeHost(text, work);
    eval(host);
    return host;
  }

  private static void eval(FakeHost host) throws CellException, InterruptedException {
    new CompareMagic((CellMagic) host.cell().parse(), host).eval();
  }

  @Test
  void resultsComeFirstThenPictureThenTable() throws Exception {
    FakeHost host = run("%%compare sequential threads -n 3\ntask", numbered((task, _) -> task));

    assertThat(host.texts()).hasSize(3);
    assertThat(host.texts().getFirst()).isEqualTo("[0, 1, 2]");
    assertThat(host.shown.get(1).data()).containsOnlyKeys(VEGA_LITE, "image/png", "text/plain");
    assertThat(host.texts().get(1)).contains("sequential: ", "threads: ");
    assertThat(host.shown.get(2).data()).containsOnlyKeys("text/html", "text/plain");
    assertThat(host.texts().get(2).lines().findFirst().orElseThrow())
        .containsSubsequence("sequential", "threads");
  }

  @Test
  void modelsTakeTurns() throws Exception {
    List<String> order = new CopyOnWriteArrayList<>();
    run(
        "%%compare threads sequential -n 1 --warmup 1 --repeat 2\nwork();",
        numbered((_, _) -> order.add(Thread.currentThread().getThreadGroup().getName())));

    assertThat(order)
        .containsExactly("threads", "sequential", "threads", "sequential", "threads", "sequential");
  }

  @Test
  void comparisonIsDeclaredAndKeepsEveryRun() throws Exception {
    FakeHost host =
        run(
            "%%compare sequential threads -n 4 --repeat 3 --run c --into r\ntask",
            numbered((task, _) -> task * 2));

    Comparison<?> comparison = (Comparison<?>) Objects.requireNonNull(host.declared.get("c"));
    assertThat(comparison.runs())
        .extracting(run -> run.plan().model())
        .containsExactly("sequential", "threads");
    assertThat(comparison.run("threads").orElseThrow().walls()).hasSize(3);
    assertThat(comparison.run("threads").orElseThrow().plan().tasks()).isEqualTo(4);
    assertThat(comparison.difference()).isEmpty();
    assertThat(host.declared.get("r")).isEqualTo(List.of(0, 2, 4, 6));
  }

  @Test
  void everyModelHasTheSameTasks() throws Exception {
    FakeHost host = run("%%compare sequential threads -w 3 --run c\ntask", numbered((t, _) -> t));

    Comparison<?> comparison = (Comparison<?>) Objects.requireNonNull(host.declared.get("c"));
    assertThat(comparison.runs()).extracting(run -> run.plan().tasks()).containsExactly(3, 3);
    assertThat(comparison.runs()).extracting(run -> run.plan().workers()).containsExactly(1, 3);
  }

  @Test
  void resultsThatDifferAreSaid() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    FakeHost host =
        run(
            "%%compare sequential threads -n 1 --warmup 0 --repeat 1\nwork();",
            numbered((_, _) -> calls.incrementAndGet()));

    assertThat(host.texts().get(1))
        .contains("results differ: task 0 gave 1 under sequential and 2 under threads");
  }

  @Test
  void quietShowsOnlyTheResults() throws Exception {
    FakeHost host = run("%%compare sequential threads -n 1 --quiet\ntask", numbered((t, _) -> t));

    assertThat(host.texts()).containsExactly("[0]");
  }

  @Test
  void failuresAreNamedAfterTheReport() {
    FakeHost host =
        new FakeHost(
            "%%compare sequential threads -n 2 --run c\nwork();",
            numbered((_, _) -> {
              throw new IllegalStateException("no");
            }));

    assertThatExceptionOfType(TasksFailed.class)
        .isThrownBy(() -> eval(host))
        .withMessageContaining("2 of 2 tasks failed");
    assertThat(host.texts().getFirst()).startsWith("no model came to the end");
    assertThat(host.declared).containsKey("c");
  }

  @Test
  void stopEndsAllAndShowsWhatThereIs() {
    AtomicInteger calls = new AtomicInteger();
    FakeHost[] host = new FakeHost[1];
    host[0] =
        new FakeHost(
            "%%compare sequential threads -n 1 --repeat 5\nwork();",
            numbered((_, _) -> {
              if (calls.incrementAndGet() == 4) {
                host[0].scope().stop();
              }
              return 1;
            }));

    assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> eval(host[0]));
    assertThat(calls).hasValue(4);
    assertThat(host[0].texts()).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void helpExplainsModelsAndOptions() throws Exception {
    FakeHost host = run("%%compare --help", numbered((t, _) -> t));

    assertThat(host.texts())
        .singleElement()
        .asString()
        .contains("MODEL", "--repeat", "%%compare [MODEL ...]");
    assertThat(host.texts().getFirst().lines()).allMatch(line -> line.length() <= 100);
  }
}
