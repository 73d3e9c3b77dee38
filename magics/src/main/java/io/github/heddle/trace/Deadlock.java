package io.github.heddle.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Threads that waited for each other in a circle.
///
/// @param circle each waits for a lock that the next one holds; the last one for the first
/// @param foundNanos when it was found, since the first task was submitted
public record Deadlock(List<Party> circle, long foundNanos) {
  private static final int MOST_NAMED = 6;

  public Deadlock {
    circle = List.copyOf(circle);
  }

  /// A thread in the circle.
  ///
  /// @param thread its name
  /// @param task the task it ran, or that started it
  /// @param waitsFor the lock, as people would name it
  /// @param place where it waits, such as `cell 4, line 2`
  public record Party(String thread, OptionalInt task, String waitsFor, Optional<String> place) {}

  /// The same with times counted from that moment.
  public Deadlock since(long origin) {
    return new Deadlock(circle, foundNanos - origin);
  }

  /// The party after that one, which holds what that one waits for.
  public Party holder(int party) {
    return circle.get((party + 1) % circle.size());
  }

  /// The tasks that are part of the circle, each once.
  public IntStream tasks() {
    return circle.stream().map(Party::task).flatMapToInt(OptionalInt::stream).distinct();
  }

  /// What a party is called: `task 3`, or where that would name two of them, `pool-1-thread-1 of
  /// task 3`.
  public String name(Party party) {
    if (party.task.isEmpty()) {
      return party.thread;
    }
    String task = "task " + party.task.getAsInt();
    long same = circle.stream().filter(other -> other.task.equals(party.task)).count();
    return same > 1 ? party.thread + " of " + task : task;
  }

  /// Who waits for whom: `task 0 waits for B held by task 1, which waits for A held by task 0 (cell
  /// 4, lines 7 and 12)`.
  public String inWords() {
    String waits =
        IntStream.range(0, Math.min(circle.size(), MOST_NAMED))
            .mapToObj(party ->
                "waits for " + circle.get(party).waitsFor + " held by " + name(holder(party)))
            .collect(Collectors.joining(", which "));
    String rest = circle.size() > MOST_NAMED ? ", and so on in a circle of " + circle.size() : "";
    String places = places();
    return name(circle.getFirst()) + " " + waits + rest + (places.isEmpty() ? "" : " " + places);
  }

  private String places() {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    circle.stream()
        .flatMap(party -> party.place.stream())
        .distinct()
        .forEach(place -> {
          String[] parts = place.split(", line ", 2);
          lines.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(parts[parts.length - 1]);
        });
    return lines.isEmpty()
        ? ""
        : lines.entrySet().stream()
            .map(each -> each.getKey() + ", " + listed(each.getValue()))
            .collect(Collectors.joining("; ", "(", ")"));
  }

  private static String listed(List<String> lines) {
    return lines.size() == 1
        ? "line " + lines.getFirst()
        : "lines "
            + String.join(", ", lines.subList(0, lines.size() - 1))
            + " and "
            + lines.getLast();
  }
}
