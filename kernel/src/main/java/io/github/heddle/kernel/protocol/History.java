package io.github.heddle.kernel.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The cells that were run, in memory. Any thread may use it.
final class History {
  private final List<Entry> entries = new ArrayList<>();

  /// A cell that was run.
  ///
  /// @param output its value as text, or empty
  record Entry(int number, String input, String output) {}

  synchronized void add(Entry entry) {
    entries.add(entry);
  }

  /// The last cells.
  synchronized List<Entry> tail(int count) {
    return List.copyOf(entries.subList(Math.max(0, entries.size() - count), entries.size()));
  }

  /// Cells by number, without the one with number `stop`.
  synchronized List<Entry> range(int start, int stop) {
    return entries.stream().filter(entry -> entry.number >= start && entry.number < stop).toList();
  }

  /// The last cells whose whole text matches a pattern in which `*` stands for any text and `?` for
  /// any character.
  ///
  /// @param unique of equal texts only the last is given
  synchronized List<Entry> search(String glob, int count, boolean unique) {
    Predicate<String> matches = pattern(glob).asMatchPredicate();
    List<Entry> found =
        entries.stream().filter(entry -> matches.test(entry.input)).collect(Collectors.toList());
    if (unique) {
      found.removeIf(entry -> found.stream().anyMatch(later -> repeats(later, entry)));
    }
    return List.copyOf(found.subList(Math.max(0, found.size() - count), found.size()));
  }

  private static boolean repeats(Entry later, Entry entry) {
    return later.number > entry.number && later.input.equals(entry.input);
  }

  private static Pattern pattern(String glob) {
    String regex =
        glob.codePoints()
            .mapToObj(c ->
                switch (c) {
                  case '*' -> ".*";
                  case '?' -> ".";
                  default -> Pattern.quote(Character.toString(c));
                })
            .collect(Collectors.joining());
    return Pattern.compile(regex, Pattern.DOTALL);
  }
}
