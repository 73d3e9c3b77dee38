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

  /// @param width measures a piece of text, in the unit of `limit`
  static List<String> lines(String sentence, ToIntFunction<String> width, int limit) {
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
