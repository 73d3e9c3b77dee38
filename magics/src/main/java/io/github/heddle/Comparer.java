package io.github.heddle;

import io.github.heddle.model.Model;
import io.github.heddle.model.Models;
import io.github.heddle.model.Watch;
import io.github.heddle.plan.ModelProfile;
import io.github.heddle.plan.OnError;
import io.github.heddle.plan.Plan;
import io.github.heddle.plan.Repeats;
import io.github.heddle.plan.Request;
import io.github.heddle.plan.Turn;
import io.github.heddle.scope.LoopBreaker;
import io.github.heddle.scope.Scope;
import io.github.heddle.task.Work;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Models to be compared and what is asked of the runs under each. Immutable: every method gives a
/// new one. Any thread may use it.
///
/// @param patient whether all runs that were asked for are done however long they take
public record Comparer(List<ModelProfile> models, Request request, boolean patient) {
  /// Where none is named.
  private static final List<String> USUAL = List.of("sequential", "async", "threads", "processes");

  public Comparer {
    models = List.copyOf(models);
  }

  /// @param names of models; those that are usual where there is none
  static Comparer of(List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException(name + " is named twice");
      }
    }
    List<ModelProfile> models =
        names.isEmpty()
            ? USUAL.stream()
                .flatMap(name -> Models.named(name).stream())
                .map(Model::profile)
                .toList()
            : names.stream().map(Comparer::profile).toList();
    return new Comparer(models, Request.DEFAULTS.withRepeats(Repeats.OF_COMPARISONS), false);
  }

  private static ModelProfile profile(String name) {
    List<String> all = Models.all().stream().map(Model::name).toList();
    return Models.named(name)
        .map(Model::profile)
        .orElseThrow(() ->
            new IllegalArgumentException(
                name + " is no model; models are " + String.join(", ", all)));
  }

  /// So many tasks; without it as many as the model with the most workers has workers.
  public Comparer tasks(int number) {
    return asking(request.withTasks(number));
  }

  /// So many workers, of the models that let one choose.
  public Comparer workers(int number) {
    return asking(request.withWorkers(number));
  }

  /// A time limit for each run, counted from its first task submitted.
  public Comparer timeout(Duration limit) {
    return asking(request.withTimeout(limit));
  }

  /// What to do when a task fails; without it all tasks of the run are run.
  public Comparer onError(OnError reaction) {
    return asking(request.withOnError(reaction));
  }

  /// So many measured runs of each model, in turns, however long that takes; without it three, or
  /// fewer where they take long.
  public Comparer repeat(int runs) {
    Repeats repeats = new Repeats(request.repeats().warmups(), runs);
    return new Comparer(models, request.withRepeats(repeats), true);
  }

  /// So many runs of each model before those that are measured; without it one.
  public Comparer warmup(int runs) {
    return asking(request.withRepeats(new Repeats(runs, request.repeats().measured())));
  }

  /// One task for each of these elements.
  public <T> ComparerOver<T> over(Iterable<? extends T> elements) {
    return over(StreamSupport.stream(elements.spliterator(), false));
  }

  /// One task for each of these elements.
  public <T> ComparerOver<T> over(T[] elements) {
    return over(Arrays.stream(elements));
  }

  /// One task for each of these elements, all of which are taken from the stream here.
  public <T> ComparerOver<T> over(Stream<? extends T> elements) {
    List<T> list = elements.limit(Request.MOST_TASKS + 1L).<T>map(element -> element).toList();
    return new ComparerOver<>(this, list);
  }

  /// Runs the body once for each task, under each model, and blocks until all have ended. Tasks
  /// that fail are outcomes of their run; they do not throw here.
  public <R extends @Nullable Object> Comparison<R> run(Runner.Body<R> body) {
    return run(new Work<Integer, R>(Optional.empty(), (task, _) -> body.run(task)));
  }

  /// The same for a body that gives no result.
  public Comparison<?> forEach(Runner.Action body) {
    return this.<@Nullable Void>run(task -> {
      body.run(task);
      return null;
    });
  }

  /// The same as [#run(Runner.Body)] for work that has its elements with it. Its threads belong to
  /// the scope of the calling thread.
  public <T, R extends @Nullable Object> Comparison<R> run(Work<T, R> work) {
    Scope scope = Scope.current().orElseGet(() -> Scope.root("comparison", LoopBreaker.NONE));
    return run(work, plans(work), scope, _ -> Watch.NONE);
  }

  /// What runs of this work would do, in the order of the models: all with the same number of
  /// tasks.
  ///
  /// @throws IllegalArgumentException with a sentence for the user, where there are too many
  ///   elements
  public List<Plan> plans(Work<?, ?> work) {
    List<Plan> plans = models.stream().map(model -> plan(model, request, work)).toList();
    int most = plans.stream().mapToInt(Plan::tasks).max().orElse(1);
    Request same = work.elements().isPresent() ? request : request.withTasks(Math.max(1, most));
    return models.stream().map(model -> plan(model, same, work)).toList();
  }

  /// Does what the plans say, with threads that belong to the scope.
  ///
  /// @param watches what looks at each of the runs while it lasts
  public <T, R extends @Nullable Object> Comparison<R> run(
      Work<T, R> work, List<Plan> plans, Scope scope, Function<Turn, Watch> watches) {
    List<Repetition<T, R>> entrants =
        plans.stream().map(plan -> new Repetition<>(plan, work, scope, watches)).toList();
    return new Rounds<>(entrants, request.repeats(), patient, scope).run();
  }

  private Comparer asking(Request other) {
    return new Comparer(models, other, patient);
  }

  private static Plan plan(ModelProfile model, Request request, Work<?, ?> work) {
    Request asked = model.sizeable() ? request : request.withoutWorkers();
    return new Runner(model, asked).plan(work);
  }
}
