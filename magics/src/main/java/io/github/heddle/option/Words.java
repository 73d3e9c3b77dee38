package io.github.heddle.option;

import io.github.heddle.cell.Argument;
import io.github.heddle.cell.Position;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The words of a magic line, searched for options and their values.
record Words(List<Argument> arguments) {
  /// The words as picocli wants them.
  String[] texts() {
    return arguments.stream().map(Argument::text).toArray(String[]::new);
  }

  /// The places at which an option is named, in order.
  List<Argument> namesOf(ArgSpec option) {
    return indexes(option).mapToObj(arguments::get).toList();
  }

  /// The word that gives an option this value.
  Argument valueOf(ArgSpec option, String value) {
    OptionalInt before =
        indexes(option)
            .filter(index -> index + 1 < arguments.size())
            .filter(index -> arguments.get(index + 1).text().equals(value))
            .findFirst();
    return before.isPresent()
        ? arguments.get(before.getAsInt() + 1)
        : withinWord(namesOf(option).getLast(), value);
  }

  /// The first word with this text, from a place on.
  Argument named(String text) {
    return arguments.stream().filter(word -> word.text().equals(text)).findFirst().orElseThrow();
  }

  /// The last word with this text.
  Argument lastNamed(String text) {
    return arguments.reversed().stream()
        .filter(word -> word.text().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private IntStream indexes(ArgSpec option) {
    return IntStream.range(0, arguments.size())
        .filter(index -> names((OptionSpec) option, arguments.get(index).text()));
  }

  private static boolean names(OptionSpec option, String word) {
    for (String name : option.names()) {
      boolean attached = name.length() == 2 && word.startsWith(name);
      if (word.equals(name) || word.startsWith(name + "=") || attached) {
        return true;
      }
    }
    return false;
  }

  private static Argument withinWord(Argument word, String value) {
    int offset = word.length() - value.length();
    Position at = new Position(word.at().line(), word.at().column() + Math.max(0, offset));
    return word.text().endsWith(value) && offset > 0
        ? new Argument(value, at, value.length())
        : word;
  }
}
