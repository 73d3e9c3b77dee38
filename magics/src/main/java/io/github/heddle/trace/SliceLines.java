package io.github.heddle.trace;

import static io.github.heddle.trace.Neighbours.computes;
import static io.github.heddle.trace.Neighbours.goesOn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the line of code for each slice of one lane, by looks at its stack. A look counts for a
/// slice only where both say the same: that the task computed there, or that it waited. Pure.
final class SliceLines {
  private final List<Slice> slices;
  private final boolean exact;
  private final long margin;
  private final LineVotes[] votes;

  /// Whether a look at a thread beside the carriers counts.
  private final boolean[] beside;

  /// Of looks at a task that computed: in which line it was first and last.
  private final @Nullable CodeLine[] first;

  private final @Nullable CodeLine[] last;

  private SliceLines(List<Slice> slices, boolean exact, long margin) {
    this.slices = slices;
    this.exact = exact;
    this.margin = margin;
    this.votes = new LineVotes[slices.size()];
    this.beside = new boolean[slices.size()];
    this.first = new CodeLine[slices.size()];
    this.last = new CodeLine[slices.size()];
  }

  /// The slices of all lanes, by lane and then by time, with their lines.
  ///
  /// @param looks by lane
  /// @param marginNanos how coarsely it is known when a slice began and ended; 0 where it is exact
  static List<Slice> on(List<Slice> slices, Map<Integer, List<Look>> looks, long marginNanos) {
    return onEach(
        slices, (lane, own) -> onOne(own, looks.getOrDefault(lane, List.of()), marginNanos));
  }

  /// The same of carriers and of tasks that are mounted on them, whose slices are exact, and of
  /// threads beside them.
  ///
  /// @param mounted looks at what was mounted, or was not: they count for the slice in which they
  ///   were taken
  /// @param beside looks at threads that did parts of tasks' work, by their lanes and by those of
  ///   the tasks
  static List<Slice> ofMounts(
      List<Slice> slices, Map<Integer, List<Look>> mounted, Map<Integer, List<Look>> beside) {
    return onEach(
        slices,
        (lane, own) ->
            onMounts(
                own, mounted.getOrDefault(lane, List.of()), beside.getOrDefault(lane, List.of())));
  }

  private static List<Slice> onEach(
      List<Slice> slices, BiFunction<Integer, List<Slice>, List<Slice>> lines) {
    return slices.stream()
        .collect(Collectors.groupingBy(Slice::lane, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .flatMap(lane -> lines.apply(lane.getKey(), lane.getValue()).stream())
        .toList();
  }

  private static List<Slice> onMounts(List<Slice> slices, List<Look> mounted, List<Look> beside) {
    SliceLines lines = new SliceLines(slices, true, 0);
    Stream.concat(
            mounted.stream().map(look -> new Sight(look, false)),
            beside.stream().map(look -> new Sight(look, true)))
        .sorted(Comparator.comparingLong(sight -> sight.look.fromNanos()))
        .forEach(lines::add);
    return lines.found();
  }

  /// A look, and whether it was at a thread beside the carriers.
  private record Sight(Look look, boolean beside) {}

  /// The same for the slices of one lane, by time.
  static List<Slice> onOne(List<Slice> slices, List<Look> looks, long marginNanos) {
    if (looks.isEmpty()) {
      return slices;
    }
    SliceLines lines = new SliceLines(slices, marginNanos == 0, marginNanos);
    looks.forEach(look -> lines.add(new Sight(look, false)));
    return lines.found();
  }

  private void add(Sight sight) {
    Look look = sight.look;
    int slice = firstAfter(look.fromNanos());
    if (sight.beside) {
      addBeside(look);
    } else if (exact && begunBy(slice, look.fromNanos()) && inside(look, slices.get(slice))) {
      seenIn(slice, look);
    } else if (look.computed()) {
      addComputed(look);
    } else {
      addWait(look);
    }
  }

  /// Threads that wait do so with their slice of running or waiting as a whole: which of the two a
  /// look belongs to is told by what the thread did.
  private void addBeside(Look look) {
    for (int i = firstAfter(look.fromNanos()); begunBy(i, look.toNanos()); i++) {
      beside[i] = true;
    }
    if (look.computed()) {
      addComputed(look);
    } else {
      addWait(look);
    }
  }

  /// Where slices are exact, it does not matter what the thread seemed to do.
  private static boolean inside(Look look, Slice slice) {
    return slice.endNanos() >= look.toNanos()
        && slice.state() != State.STARTING
        && isOf(look, slice);
  }

  private void seenIn(int slice, Look look) {
    if (computes(slices.get(slice))) {
      computedIn(slice, look.line());
    } else {
      vote(slice, look.line(), Math.max(1, look.toNanos() - look.fromNanos()));
    }
  }

  /// A thread that has a core answers at once, one that waits for a core as soon as it gets one:
  /// what it says is true of both. One that waited meanwhile may have answered before or after.
  private void addComputed(Look look) {
    List<Integer> answered = new ArrayList<>();
    boolean running = false;
    for (int i = firstAfter(look.fromNanos()); begunBy(i, look.toNanos()); i++) {
      State state = slices.get(i).state();
      if ((state != State.RUNNING && state != State.READY) || !isOf(look, slices.get(i))) {
        return;
      }
      if (!running) {
        answered.add(i);
        running = state == State.RUNNING;
      }
    }
    if (running) {
      answered.forEach(slice -> computedIn(slice, look.line()));
    }
  }

  private void computedIn(int slice, CodeLine line) {
    vote(slice, line, 1);
    first[slice] = first[slice] == null ? line : first[slice];
    last[slice] = line;
  }

  private void addWait(Look look) {
    for (int i = firstAfter(look.fromNanos()); begunBy(i, look.toNanos()); i++) {
      Slice slice = slices.get(i);
      long edge = Math.min(margin, slice.nanos() / 4);
      long together =
          Math.min(look.toNanos(), slice.endNanos() - edge)
              - Math.max(look.fromNanos(), slice.startNanos() + edge);
      if (together >= 0 && waits(look, slice) && isOf(look, slice)) {
        vote(i, look.line(), Math.max(1, together));
      }
    }
  }

  private boolean waits(Look look, Slice slice) {
    return switch (slice.state()) {
      case WAITING, LOCKED -> exact || slice.state() == look.state();
      case READY -> true;
      case RUNNING, STARTING, FAILED -> false;
    };
  }

  private static boolean isOf(Look look, Slice slice) {
    return slice.tasks() != 1 || slice.task() == look.task();
  }

  private int firstAfter(long nanos) {
    int low = 0;
    int high = slices.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (slices.get(middle).endNanos() > nanos) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private boolean begunBy(int slice, long nanos) {
    return slice < slices.size() && slices.get(slice).startNanos() <= nanos;
  }

  private void vote(int slice, CodeLine line, long weight) {
    if (votes[slice] == null) {
      votes[slice] = new LineVotes();
    }
    votes[slice].add(line, weight);
  }

  private List<Slice> found() {
    List<Slice> found = new ArrayList<>(slices.size());
    Neighbours computing = new Neighbours(slices, first, last);
    Neighbours all = new Neighbours(slices, first, last, waited());
    for (int i = 0; i < slices.size(); i++) {
      Optional<Place> place = seen(i).or(around(slices.get(i), computing.passage(i)));
      if (place.isEmpty() && i > 0) {
        place = unmoved(found.get(i - 1), slices.get(i), beside[i - 1]);
      }
      Optional<Passage> passage = place.isPresent() ? Optional.empty() : all.passage(i);
      found.add(slices.get(i).at(place).between(passage));
    }
    return found;
  }

  private static Supplier<Optional<Place>> around(Slice slice, Optional<Passage> passage) {
    return () ->
        passage
            .filter(p -> computes(slice) && p.before().equals(p.after()))
            .map(p -> new Place(p.before(), Place.Seen.AROUND));
  }

  private Optional<Place> seen(int slice) {
    return votes[slice] == null ? Optional.empty() : votes[slice].place();
  }

  /// A task whose wait is over and that waits for its turn is where it waited.
  private Optional<Place> unmoved(Slice wait, Slice next, boolean besides) {
    boolean waited = wait.state() == State.WAITING || wait.state() == State.LOCKED;
    return exact && waited && !besides && next.state() == State.READY && goesOn(wait, next)
        ? wait.place().filter(place -> place.seen() == Place.Seen.ALWAYS)
        : Optional.empty();
  }

  /// The lines in which the task waited all the time, as far as that is not said of a thread beside
  /// it.
  private @Nullable CodeLine[] waited() {
    @Nullable CodeLine[] lines = new CodeLine[slices.size()];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = beside[i] || computes(slices.get(i)) ? null : always(i);
    }
    return lines;
  }

  private @Nullable CodeLine always(int slice) {
    return seen(slice)
        .filter(place -> place.seen() == Place.Seen.ALWAYS)
        .map(Place::line)
        .orElse(null);
  }
}
