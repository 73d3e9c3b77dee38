package io.github.heddle;

import io.github.heddle.model.Watch;
import io.github.heddle.plan.ModelProfile;
import io.github.heddle.plan.OnError;
import io.github.heddle.plan.Plan;
import io.github.heddle.plan.Repeats;
import io.github.heddle.plan.Request;
import io.github.heddle.plan.Turn;
import io.github.heddle.sampling.CoreLimits;
import io.github.heddle.scope.LoopBreaker;
import io.github.heddle.scope.Scope;
import io.github.heddle.task.Work;
import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// A model and what is asked of a run under it. Immutable: every method gives a new one. Any thread
/// may use it.
///
/// @param model how tasks are run
/// @param request numbers and limits, as far as they were said
public record Runner(ModelProfile model, Request request) {
  /// The work of one task of those that are numbered.
  @FunctionalInterface
  public interface Body<R extends @Nullable Object> extends Serializable {
    /// Does the work of one task.
    ///
    /// @param task the task's number, from 0
    R run(int task) throws Throwable;
  }

  /// The work of one task of those that are numbered, where it gives no result.
  @FunctionalInterface
  public interface Action extends Serializable {
    /// Does the work of one task.
    ///
    /// @param task the task's number, from 0
    void run(int task) throws Throwable;
  }

  /// So many tasks; without it there is one for each worker.
  public Runner tasks(int number) {
    return new Runner(model, request.withTasks(number));
  }

  /// A time limit for the whole run, counted from the first task submitted.
  public Runner timeout(Duration limit) {
    return new Runner(model, request.withTimeout(limit));
  }

  /// What to do when a task fails; without it all tasks are run.
  public Runner onError(OnError reaction) {
    return new Runner(model, request.withOnError(reaction));
  }

  /// So many measured runs, reported as one: the median, and how far they spread.
  ///
  /// @throws IllegalArgumentException where the number is not from 1 to 1,000
  public Runner repeat(int runs) {
    return new Runner(model, request.withRepeats(new Repeats(request.repeats().warmups(), runs)));
  }

  /// So many runs before those that are measured.
  ///
  /// @throws IllegalArgumentException where the number is not from 0 to 1,000
  public Runner warmup(int runs) {
    return new Runner(model, request.withRepeats(new Repeats(runs, request.repeats().measured())));
  }

  /// One task for each of these elements.
  public <T> RunnerOver<T> over(Iterable<? extends T> elements) {
    return over(StreamSupport.stream(elements.spliterator(), false));
  }

  /// One task for each of these elements.
  public <T> RunnerOver<T> over(T[] elements) {
    return over(Arrays.stream(elements));
  }

  /// One task for each of these elements, all of which are taken from the stream here.
  public <T> RunnerOver<T> over(Stream<? extends T> elements) {
    List<T> list = elements.limit(Request.MOST_TASKS + 1L).<T>map(element -> element).toList();
    return new RunnerOver<>(this, list);
  }

  /// Runs the body once for each task and blocks until all have ended. Tasks that fail are outcomes
  /// of the run; they do not throw here.
  public <R extends @Nullable Object> Run<R> run(Body<R> body) {
    return run(new Work<Integer, R>(Optional.empty(), (task, _) -> body.run(task)));
  }

  /// The same for a body that gives no result. It has a name of its own, as the compiler could not
  /// tell which of two is meant by `task -> work(task)`.
  public Run<?> forEach(Action body) {
    return this.<@Nullable Void>run(task -> {
      body.run(task);
      return null;
    });
  }

  /// The same as [#run(Body)] for work that has its elements with it. Its threads belong to the
  /// scope of the calling thread.
  public <T, R extends @Nullable Object> Run<R> run(Work<T, R> work) {
    return run(
        plan(work),
        work,
        Scope.current().orElseGet(() -> Scope.root("run", LoopBreaker.NONE)),
        _ -> Watch.NONE);
  }

  /// What a run of this work would do.
  ///
  /// @throws IllegalArgumentException with a sentence for the user, where there are too many
  ///   elements
  public Plan plan(Work<?, ?> work) {
    return Plan.of(model, request, count(work), CoreLimits.ofThisProcess().usable());
  }

  /// Does what the plan says, as often as was asked for, with threads that belong to the scope.
  ///
  /// @param watches what looks at each of the runs while it lasts
  public <T, R extends @Nullable Object> Run<R> run(
      Plan plan, Work<T, R> work, Scope scope, Function<Turn, Watch> watches) {
    return new Repetition<>(plan, work, scope, watches).run(request.repeats());
  }

  private static OptionalInt count(Work<?, ?> work) {
    return work.elements().map(list -> OptionalInt.of(list.size())).orElse(OptionalInt.empty());
  }
}
