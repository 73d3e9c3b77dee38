package io.github.heddle.option;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/// What a magic does, in one line: the first sentence of its help.
public final class Summaries {
  private static final Pattern FIRST_SENTENCE = Pattern.compile("(?<sentence>.*?)\\.(\\s|$)");

  private Summaries() {}

  /// The line for the magic of that name; empty where it is none of this library's.
  public static Optional<String> of(String magic) {
    return LineReader.valuesFor(magic)
        .map(values -> CommandSpec.forAnnotatedObject(values).usageMessage().header())
        .map(header -> firstSentence(String.join(" ", header)));
  }

  private static String firstSentence(String text) {
    Matcher sentence = FIRST_SENTENCE.matcher(text);
    return sentence.lookingAt() ? sentence.group("sentence") : text;
  }
}
