package io.github.heddle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.heddle.plan.OnError;
import io.github.heddle.scope.LoopBreaker;
import io.github.heddle.scope.Scope;
import io.github.heddle.task.Ending;
import io.github.heddle.task.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HeddleTest {
  @Test
  void modelsAreComparedOnTheSameTasks() {
    Comparison<Integer> comparison =
        Heddle.compare("sequential", "threads").tasks(3).workers(2).repeat(2).run(task -> task + 1);

    assertThat(comparison.results()).containsExactly(1, 2, 3);
    assertThat(comparison.runs()).extracting(run -> run.walls().size()).containsExactly(2, 2);
    assertThat(comparison.report().finding().headline()).isEqualTo(comparison.toString());
    assertThat(Heddle.compare("threads").over(List.of("a", "bc")).run(String::length).results())
        .containsExactly(1, 2);
  }

  @Test
  void modelsToCompareAreChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Heddle.compare("threads", "thread"))
        .withMessageStartingWith("thread is no model; models are sequential, ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Heddle.compare("threads", "threads"))
        .withMessage("threads is named twice");
  }

  @Test
  void runIsRepeatedAsOftenAsWasSaid() {
    Run<Integer> run = Heddle.sequential().tasks(1).warmup(1).repeat(3).run(task -> task);

    assertThat(run.walls()).hasSize(3).contains(run.wall());
  }

  @Test
  void tasksAreNumbered() {
    Run<Integer> run = Heddle.sequential().tasks(4).run(task -> task * 10);

    assertThat(run.results()).containsExactly(0, 10, 20, 30);
    assertThat(run.done()).isTrue();
    assertThat(run.wall()).isPositive();
  }

  @Test
  void elementsKeepTheirTypeAndOrder() {
    List<String> urls = List.of("a", "bb", "ccc");

    List<Integer> lengths = Heddle.threads(2).over(urls).run(url -> url.length()).results();

    assertThat(lengths).containsExactly(1, 2, 3);
    assertThat(Heddle.threads(2).over(new String[] {"x"}).run(String::length).results())
        .containsExactly(1);
    assertThat(Heddle.threads(2).over(Stream.of(1, 2)).run(n -> n + 1).results())
        .containsExactly(2, 3);
  }

  @Test
  void bodyMayGiveNoResult() {
    AtomicIntegerArray calls = new AtomicIntegerArray(4);
    Queue<String> seen = new ConcurrentLinkedQueue<>();

    Run<?> numbered =
        Heddle.threads(2)
            .tasks(4)
            .forEach(task -> {
              Thread.sleep(1);
              calls.incrementAndGet(task);
            });
    Heddle.threads(2).over(List.of("a", "b")).forEach(seen::add);
    Heddle.compare("threads").repeat(1).warmup(0).over(List.of("c")).forEach(seen::add);
    Heddle.compare("sequential").tasks(1).repeat(1).warmup(0).forEach(task -> seen.add("d" + task));

    assertThat(numbered.results()).hasSize(4).containsOnlyNulls();
    assertThat(IntStream.range(0, 4).map(calls::get)).containsOnly(1);
    assertThat(seen).containsExactlyInAnyOrder("a", "b", "c", "d0");
  }

  @Test
  void bodyWithoutResultRunsInProcesses() {
    assertThat(Heddle.processes(1).tasks(2).forEach(Thread::sleep).results()).containsOnlyNulls();
    assertThat(
            Heddle.processes(1)
                .over(List.of("a"))
                .forEach(text -> {
                  throw new IllegalStateException(text);
                })
                .done())
        .isFalse();
  }

  @Test
  void elementsMayBeNull() {
    assertThat(Heddle.sequential().over(Arrays.asList("a", null)).run(String::valueOf).results())
        .containsExactly("a", "null");
  }

  @Test
  void resultsMayBeNull() {
    assertThat(Heddle.sequential().tasks(2).run(_ -> null).results()).containsExactly(null, null);
  }

  @Test
  void emptyCollectionIsARunWithoutTasks() {
    Run<String> run = Heddle.threads(2).over(List.<String>of()).run(item -> item);

    assertThat(run.results()).isEmpty();
    assertThat(run.toString()).isEqualTo("threads: no tasks to run");
  }

  @Test
  void threadsAreReallyConcurrent() {
    CountDownLatch all = new CountDownLatch(3);

    Run<String> run =
        Heddle.threads(3)
            .run(_ -> {
              all.countDown();
              all.await();
              return Thread.currentThread().getName();
            });

    assertThat(run.results()).doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void failedTasksDoNotDisturbTheOthersAndAreNamed() {
    Run<Integer> run =
        Heddle.threads(2)
            .tasks(6)
            .run(task -> {
              if (task >= 4) {
                throw new IOException("no page " + task);
              }
              return task;
            });

    assertThat(run.done()).isFalse();
    assertThat(run.outcomes().subList(0, 4)).allMatch(Outcome.Done.class::isInstance);
    assertThatExceptionOfType(TasksFailed.class)
        .isThrownBy(run::results)
        .withMessage(
            """
            2 of 6 tasks failed
              task 4: IOException: no page 4
              task 5: IOException: no page 5\
            """)
        .withCauseInstanceOf(IOException.class);
  }

  @Test
  void manyEqualFailuresAreGrouped() {
    Run<Integer> run =
        Heddle.sequential()
            .tasks(1000)
            .run(task -> {
              if (task % 10 != 3) {
                throw new IllegalStateException();
              }
              return task;
            });

    assertThatExceptionOfType(TasksFailed.class)
        .isThrownBy(run::results)
        .withMessageStartingWith("900 of 1,000 tasks failed\n  tasks 0–2, 4–12, 14–22,")
        .withMessageEndingWith("… (900 tasks in all): IllegalStateException")
        .satisfies(thrown -> assertThat(thrown.getMessage()).hasSizeLessThan(1000));
  }

  @Test
  void firstFailureEndsTheRunWhereAskedFor() {
    Run<Integer> run =
        Heddle.sequential()
            .tasks(3)
            .onError(OnError.STOP)
            .run(task -> {
              throw new IllegalStateException("task " + task);
            });

    assertThat(run.outcomes())
        .extracting(Outcome::ending)
        .containsExactly(Ending.FAILED, Ending.NOT_STARTED, Ending.NOT_STARTED);
    assertThatExceptionOfType(TasksFailed.class)
        .isThrownBy(run::results)
        .withMessageStartingWith("1 of 3 tasks failed, 2 not started");
  }

  @Test
  void timeLimitEndsARun() {
    Run<Integer> run =
        Heddle.threads(1)
            .over(List.of(1, 2))
            .timeout(Duration.ofMillis(20))
            .run(item -> {
              Thread.sleep(60_000);
              return item;
            });

    assertThat(run.outcomes())
        .extracting(Outcome::ending)
        .containsExactly(Ending.TIMED_OUT, Ending.NOT_STARTED);
  }

  @Test
  void threadsBelongToTheScopeOfTheCaller() {
    Scope cell = Scope.root("cell", LoopBreaker.NONE);
    AtomicReference<Scope> seen = new AtomicReference<>();

    cell.enter(() ->
        Heddle.threads(1)
            .tasks(1)
            .run(task -> {
              seen.set(Scope.current().orElseThrow().root());
              return task;
            }));

    assertThat(seen.get()).isSameAs(cell);
  }

  @Test
  void runnersAreImmutable() {
    Runner four = Heddle.threads(4);

    assertThat(four.tasks(8)).isNotEqualTo(four);
    assertThat(four.request().tasks()).isEmpty();
    assertThat(four.tasks(8).request().tasks()).hasValue(8);
  }

  @Test
  void impossibleNumbersAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Heddle.threads(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Heddle.threads().tasks(-1));
  }

  @Test
  void endlessStreamIsRefusedInsteadOfFillingTheMemory() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Heddle.threads().over(Stream.generate(() -> 1)).run(item -> item))
        .withMessageContaining("10,000,001 elements are too many");
  }

  @Test
  void runReadsAsOneSentence() {
    assertThat(Heddle.threads(2).tasks(4).run(task -> task).toString())
        .matches("threads: 4 (\\S+ )?tasks on 2 threads.*");
  }
}
