package io.github.heddle.picture;

import io.github.heddle.report.Report;
import io.github.heddle.task.Items;
import io.github.heddle.trace.Hold;
import io.github.heddle.trace.LockWait;
import io.github.heddle.trace.Obstacles;
import io.github.heddle.trace.Place;
import io.github.heddle.trace.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What is known of a bar beside its times: the element of its task, and the line of the cell where
/// the task was. A line is known where somebody looked at the task's stack meanwhile, or at a wait
/// for a lock, or at a task that held the loop; of other bars nothing is said.
final class Notes {
  /// All elements together take no more room than this, however many are named.
  private static final int MOST_CHARACTERS = 12_000;

  private static final int LONGEST = 60;
  private static final int SHORTEST = 8;

  private final Items items;
  private final Obstacles obstacles;
  private final Map<Integer, Optional<String>> texts = new HashMap<>();

  private Notes(Items items, Obstacles obstacles) {
    this.items = items;
    this.obstacles = obstacles;
  }

  static List<Bar> on(List<Bar> bars, Report report) {
    Notes notes = new Notes(report.items(), report.trace().obstacles());
    Set<Integer> tasks =
        bars.stream()
            .filter(bar -> bar.tasks().single())
            .map(bar -> bar.tasks().first())
            .collect(Collectors.toSet());
    int longest = Math.clamp(MOST_CHARACTERS / Math.max(1, tasks.size()), SHORTEST, LONGEST);
    return bars.stream()
        .map(bar ->
            bar.tasks().single()
                ? notes.noted(bar, longest)
                : bar.noted(Optional.empty(), seen(bar)))
        .toList();
  }

  private Bar noted(Bar bar, int longest) {
    return bar.noted(item(bar.tasks().first(), longest), place(bar));
  }

  /// User code says how an element reads, so it is asked once.
  private Optional<String> item(int task, int longest) {
    return texts.computeIfAbsent(task, _ -> items.text(task).map(text -> shortened(text, longest)));
  }

  private static String shortened(String text, int longest) {
    String clean = text.replaceAll("[\\p{Cntrl}\\s]+", " ");
    return clean.codePointCount(0, clean.length()) <= longest
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, longest - 1)).strip() + "…";
  }

  private static Optional<String> seen(Bar bar) {
    return bar.spots().text();
  }

  private Optional<String> place(Bar bar) {
    return bar.spots()
        .place()
        .map(Place::text)
        .or(() -> obstacle(bar))
        .or(() -> bar.spots().text());
  }

  private Optional<String> obstacle(Bar bar) {
    return switch (bar.state()) {
      case LOCKED -> onlyOne(bar.tasks().first());
      case RUNNING, WAITING, READY, STARTING, FAILED -> held(bar);
    };
  }

  /// Where the task waited for locks, if that was always in the same place.
  private Optional<String> onlyOne(int task) {
    Set<Optional<String>> places =
        obstacles.lockWaits().stream()
            .filter(wait -> wait.task() == task)
            .map(LockWait::place)
            .collect(Collectors.toSet());
    return places.size() == 1 ? places.iterator().next() : Optional.empty();
  }

  /// Where the task was while it held the loop, if that is what the bar shows.
  private Optional<String> held(Bar bar) {
    return obstacles.holds().stream()
        .filter(hold -> hold.task() == bar.tasks().first() && shows(bar, hold))
        .flatMap(hold -> hold.place().stream())
        .findFirst();
  }

  private static boolean shows(Bar bar, Hold hold) {
    State held = hold.pinned() ? State.WAITING : State.RUNNING;
    long together =
        Math.min(bar.endNanos(), hold.endNanos()) - Math.max(bar.startNanos(), hold.startNanos());
    return bar.state() == held && 2 * together > bar.nanos();
  }
}
