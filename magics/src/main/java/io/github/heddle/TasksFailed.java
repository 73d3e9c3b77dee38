package io.github.heddle;

import io.github.heddle.task.Outcome;
import java.io.Serial;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Some tasks of a run have no result. The message names all of them and says why, equal reasons
/// together; the cause is what the first of them threw.
public final class TasksFailed extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient SortedMap<Integer, Throwable> thrown;

  TasksFailed(Run<?> run) {
    this(FailureText.of(run), thrownIn(run.outcomes()));
  }

  private TasksFailed(String message, SortedMap<Integer, Throwable> thrown) {
    super(message, first(thrown));
    this.thrown = thrown;
  }

  /// What tasks threw, by task number; tasks that were ended or never begun are not in it.
  public SortedMap<Integer, Throwable> thrown() {
    return thrown;
  }

  private static @Nullable Throwable first(SortedMap<Integer, Throwable> thrown) {
    return thrown.isEmpty() ? null : thrown.firstEntry().getValue();
  }

  private static SortedMap<Integer, Throwable> thrownIn(List<? extends Outcome<?>> outcomes) {
    SortedMap<Integer, Throwable> thrown = new TreeMap<>();
    for (int task = 0; task < outcomes.size(); task++) {
      if (outcomes.get(task) instanceof Outcome.Failed<?>(Throwable cause)) {
        thrown.put(task, cause);
      }
    }
    return Collections.unmodifiableSortedMap(thrown);
  }
}
