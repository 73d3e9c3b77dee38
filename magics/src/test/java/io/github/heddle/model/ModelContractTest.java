package io.github.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.scope.Scope;
import io.github.heddle.task.Ending;
import io.github.heddle.task.Outcome;
import io.github.heddle.task.TaskBody;
import io.github.heddle.task.Work;
import io.github.heddle.trace.Slice;
import io.github.heddle.trace.State;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;

/// What every model keeps to: tasks, their results and what belongs to them.
@Timeout(60)
class ModelContractTest {
  @EveryModel
  void modelIsFoundByItsName(Model model) {
    assertThat(Models.named(model.name())).contains(model);
  }

  @EverySharingModel
  void eachTaskRunsOnceAndItsResultStandsAtItsNumber(Model model) {
    AtomicIntegerArray calls = new AtomicIntegerArray(1000);

    Execution<String> execution =
        Runs.of(model, 1000, 4)
            .run((task, item) -> {
              calls.incrementAndGet(task);
              return task + ":" + item;
            });

    assertThat(IntStream.range(0, 1000).map(calls::get)).containsOnly(1);
    assertThat(execution.outcomes())
        .isEqualTo(
            IntStream.range(0, 1000)
                .mapToObj(task -> new Outcome.Done<>(task + ":" + task))
                .toList());
  }

  @EveryModel
  void itemsAreTheElements(Model model) {
    TaskBody<String, Object> body = (_, item) -> item + item;

    Execution<Object> execution =
        Runs.of(model, 2, 2).run(new Work<>(Optional.of(List.of("a", "b")), body), Runs.scope());

    assertThat(execution.outcomes())
        .containsExactly(new Outcome.Done<>("aa"), new Outcome.Done<>("bb"));
  }

  @EveryModel
  void resultMayBeNull(Model model) {
    TaskBody<Integer, @Nullable Object> body = (_, _) -> null;

    assertThat(Runs.endings(Runs.of(model, 1, 1).<@Nullable Object>run(body)))
        .containsExactly(Ending.DONE);
  }

  @EveryModel
  void noTasksAreARunWithoutOutcomes(Model model) {
    Execution<Integer> execution = Runs.of(model, 0, 3).run((task, _) -> task);

    assertThat(execution.outcomes()).isEmpty();
    assertThat(execution.trace().wallNanos()).isZero();
    assertThat(execution.trace().slices()).isEmpty();
  }

  @EveryModel
  void failedTaskDoesNotDisturbTheOthers(Model model) {
    Execution<Integer> execution =
        Runs.of(model, 8, 2)
            .run((task, _) ->
                switch (task) {
                  case 1 -> throw new IllegalStateException("one");
                  case 2 -> overflow(1);
                  case 3 -> throw new OutOfMemoryError("pretended");
                  case 4 -> throw new AssertionError("four");
                  case 5 -> throw new InterruptedException("by itself");
                  case 6 -> {
                    Thread.currentThread().interrupt();
                    yield task;
                  }
                  default -> Thread.currentThread().isInterrupted() ? -1 : task;
                });

    assertThat(execution.outcomes())
        .extracting(Outcome::ending)
        .containsExactly(
            Ending.DONE,
            Ending.FAILED,
            Ending.FAILED,
            Ending.FAILED,
            Ending.FAILED,
            Ending.FAILED,
            Ending.DONE,
            Ending.DONE);
    assertThat(execution.outcomes().getLast()).isEqualTo(new Outcome.Done<>(7));
    assertThat(execution.outcomes().subList(1, 6))
        .extracting(outcome -> ((Outcome.Failed<?>) outcome).cause().getClass().getSimpleName())
        .containsExactly(
            "IllegalStateException",
            "StackOverflowError",
            "OutOfMemoryError",
            "AssertionError",
            "InterruptedException");
    assertThat(execution.trace().slices())
        .filteredOn(slice -> slice.state() == State.FAILED)
        .extracting(Slice::task)
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5);
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int overflow(int depth) {
    return overflow(depth + 1) + 1;
  }

  @EveryModel
  void noThreadIsLeftBehind(Model model) {
    Scope scope = Runs.scope();

    Runs.of(model, 20, 5).run((task, _) -> task, scope);

    assertThat(scope.liveThreads()).isEmpty();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("heddle-sampler");
  }

  @EverySharingModel
  void tasksBelongToTheScopeOfTheRun(Model model) {
    Scope scope = Runs.scope();

    Execution<String> execution =
        Runs.of(model, 1, 1).run((_, _) -> Scope.current().orElseThrow().toString(), scope);

    assertThat(execution.outcomes()).containsExactly(new Outcome.Done<>("test/" + model.name()));
  }

  @EveryModel
  void threadsThatATaskStartsBelongToItsRun(Model model) {
    Execution<List<String>> execution =
        Runs.of(model, 3, 2)
            .run((_, _) -> {
              List<String> scopes = new CopyOnWriteArrayList<>();
              Runnable note = () -> scopes.add(Scope.current().orElseThrow().toString());
              Thread.ofPlatform().start(note).join();
              Thread.ofVirtual().start(note).join();
              return List.copyOf(scopes);
            });

    // a worker process has a tree of scopes of its own
    String own = (model.name().equals("processes") ? "worker/" : "test/") + model.name();
    assertThat(execution.outcomes()).containsOnly(new Outcome.Done<>(List.of(own, own))).hasSize(3);
  }

  @EveryModel
  void whatTasksAndTheirThreadsPrintBelongsToTheRun(Model model) {
    ScopedOutput output = new ScopedOutput();

    output.during(() ->
        Runs.of(model, 3, 2)
            .run((task, _) -> {
              System.out.println("task " + task);
              Thread.ofPlatform().start(() -> System.out.println("thread of " + task)).join();
              return task;
            }));

    assertThat(output.scopes()).containsExactly("test/" + model.name());
    assertThat(output.lines("test/" + model.name()))
        .containsExactlyInAnyOrder(
            "task 0", "task 1", "task 2", "thread of 0", "thread of 1", "thread of 2");
  }
}
