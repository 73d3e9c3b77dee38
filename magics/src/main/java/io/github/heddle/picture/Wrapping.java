package io.github.heddle.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/// Breaks a sentence into lines between words.
final class Wrapping {
  private static final Pattern SPACE = Pattern.compile(" ");

  private Wrapping() {}

  static List<String> lines(String sentence, int characters) {
    return lines(sentence, String::length, characters);
  }

  /// As few lines as can be, and of those the most even ones: no word is left alone on the last.
  ///
  /// @param width measures a piece of text, in the unit of `limit`
  static List<String> lines(String sentence, ToIntFunction<String> width, int limit) {
    int fewest = filled(sentence, width, limit).size();
    int low = limit / 2;
    int high = limit;
    while (fewest > 1 && low < high) {
      int middle = (low + high) / 2;
      if (filled(sentence, width, middle).size() > fewest) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return filled(sentence, width, high);
  }

  private static List<String> filled(String sentence, ToIntFunction<String> width, int limit) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : SPACE.split(sentence, -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width.applyAsInt(longer) > limit) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(line);
    return lines;
  }
}
