package io.github.heddle;

import io.github.heddle.plan.Plan;
import io.github.heddle.report.Numbers;
import io.github.heddle.report.Report;
import io.github.heddle.report.Shares;
import io.github.heddle.report.SpeedUp;
import io.github.heddle.task.Ending;
import io.github.heddle.task.Items;
import io.github.heddle.task.Outcome;
import io.github.heddle.trace.Slice;
import io.github.heddle.trace.State;
import io.github.heddle.trace.TaskTable;
import io.github.heddle.trace.Trace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One execution of a body under a model: its tasks, their outcomes, its trace. Immutable.
///
/// Where the same was run several times, the trace is that of the run with the median wall time (of
/// an even number, the lower of the two in the middle) and the outcomes are those of the last; a
/// run in which a task has no result ends the repeating, and is the one that is told of.
///
/// @param outcomes one for each task, in task order
/// @param measured the numbers of every run that was measured, in the order in which they were run
/// @param items what the tasks were for
public record Run<R extends @Nullable Object>(
    Plan plan, List<Outcome<R>> outcomes, Trace trace, List<Numbers> measured, Items items) {
  public Run {
    outcomes = List.copyOf(outcomes);
    measured = List.copyOf(measured);
  }

  /// A single run of tasks that are numbered.
  public Run(Plan plan, List<Outcome<R>> outcomes, Trace trace) {
    this(plan, outcomes, trace, List.of(), Items.NUMBERS);
  }

  /// What the tasks gave, in task order. A task that gives nothing gives null.
  ///
  /// @throws TasksFailed naming every task that has no result, if there is one
  public List<R> results() {
    List<R> results = new ArrayList<>(outcomes.size());
    for (Outcome<R> outcome : outcomes) {
      if (!(outcome instanceof Outcome.Done<R>(R value))) {
        throw new TasksFailed(this);
      }
      results.add(value);
    }
    return Collections.unmodifiableList(results);
  }

  /// Does nothing where every task has a result.
  ///
  /// @throws TasksFailed naming every task that has none
  public void requireResults() {
    if (!done()) {
      throw new TasksFailed(this);
    }
  }

  /// Whether every task ended by itself and none failed.
  public boolean done() {
    return outcomes.stream().allMatch(outcome -> outcome instanceof Outcome.Done<R>);
  }

  /// What the workers did, by lane, then by time.
  public List<Slice> slices() {
    return trace.slices();
  }

  /// First task submitted to last task ended.
  public Duration wall() {
    return Duration.ofNanos(trace.wallNanos());
  }

  /// The wall time of every run that was measured, in the order in which they were run.
  public List<Duration> walls() {
    return measured.isEmpty()
        ? List.of(wall())
        : measured.stream().map(numbers -> Duration.ofNanos(numbers.wallNanos())).toList();
  }

  /// CPU time of all threads that ran tasks, where it could be measured.
  public Optional<Duration> cpu() {
    return trace.counters().cpuNanos().stream().mapToObj(Duration::ofNanos).findFirst();
  }

  /// One at a time / wall, where it is known how long the tasks would have taken one at a time.
  public OptionalDouble speedup() {
    return numbers().speedUp().stream().mapToDouble(SpeedUp::factor).findFirst();
  }

  /// Speed-up / min(workers, usable cores); empty where any number of tasks share a worker, as on
  /// an event loop.
  public OptionalDouble efficiency() {
    return numbers().speedUp().map(SpeedUp::efficiency).orElse(OptionalDouble.empty());
  }

  /// How long the tasks would have taken one at a time: running or waiting for I/O or sleep, summed
  /// over tasks, without waits for a core or a lock.
  public Optional<Duration> oneAtATime() {
    return numbers().speedUp().map(speedUp -> Duration.ofNanos(speedUp.oneAtATimeNanos()));
  }

  /// CPU time / wall, where it could be measured; at most the cores this process may use, but for
  /// runs that are shorter than the period of a quota, a tenth of a second mostly.
  public OptionalDouble coresUsed() {
    return numbers().coresUsed();
  }

  /// The share of task time in each state, 0 to 1, where states could be measured. Of a state that
  /// did not occur it is 0.
  public Optional<Map<State, Double>> states() {
    return numbers().shares().map(Run::states);
  }

  private static Map<State, Double> states(Shares shares) {
    Map<State, Double> states = new EnumMap<>(State.class);
    for (State state : State.values()) {
      states.put(state, shares.of(state));
    }
    return Collections.unmodifiableMap(states);
  }

  /// Every task that began, with its times, in task order.
  public List<TaskRun> tasks() {
    TaskTable table = trace.tasks();
    return IntStream.range(0, table.count())
        .filter(task -> table.ending(task) != Ending.NOT_STARTED)
        .mapToObj(task -> TaskRun.of(table, task))
        .toList();
  }

  /// All numbers of the report, by name, as they read in its table: `wall`, `cores used` …; what
  /// was not measured is not among them. Of several runs they are the medians.
  public Map<String, String> numbersInWords() {
    Map<String, String> numbers = new LinkedHashMap<>();
    report().measures().forEach(measure -> numbers.put(measure.name(), measure.text()));
    return Collections.unmodifiableMap(numbers);
  }

  /// The numbers of the run that the trace is of, as they were measured.
  public Numbers numbers() {
    return Numbers.of(plan, endings(), trace);
  }

  private List<Ending> endings() {
    return outcomes.stream().map(Outcome::ending).toList();
  }

  /// Numbers and finding.
  public Report report() {
    return Report.of(plan, endings(), trace, measured).over(items);
  }

  /// Writes what was recorded to a file, over what was there: `.json` for ui.perfetto.dev, `.csv`
  /// for tables.
  ///
  /// @return where it was saved
  /// @throws IllegalArgumentException where the file has another ending or its directory is missing
  public String save(Path file) throws IOException {
    return new TraceFile(file).save(List.of(this));
  }

  /// What happened, in one sentence.
  @Override
  public String toString() {
    return report().finding().headline();
  }
}
