package io.github.heddle.cell;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of a cell that names a magic: `%%threads -n 8`, or `%time work()`.
///
/// @param name the magic's name without percent signs
/// @param at where the percent signs begin
/// @param rest what stands after the name, as it was written, without spaces around it
public record MagicLine(String name, Position at, Fragment rest) {
  private static final Pattern PARTS =
      Pattern.compile("%%?(?<name>[\\p{L}_][\\p{L}\\p{N}_.-]*)?[^\\S\\n]*(?<rest>[^\\n]*)");

  /// The words after the name. Quotes of both kinds group and are removed, backslashes are kept.
  public List<Argument> arguments() {
    return arguments(Set.of());
  }

  /// The same, where the values of some options are Java expressions: such a value reaches to the
  /// next option that stands outside its brackets and quotes, or to the end of the line.
  ///
  /// @param expressions the options, such as `--over`
  public List<Argument> arguments(Set<String> expressions) {
    return new ArgumentReader(rest, expressions).read();
  }

  /// The magic line that begins at this index of a text.
  static MagicLine in(Fragment text, int index) throws CellException {
    Matcher parts = PARTS.matcher(text.text()).region(index, text.text().length());
    Position at = text.positionOf(index);
    if (!parts.lookingAt() || parts.group("name") == null) {
      throw new CellException("MagicError", List.of(nameless(at)));
    }
    int begin = parts.start("rest");
    int end = begin + parts.group("rest").stripTrailing().length();
    return new MagicLine(parts.group("name"), at, text.part(begin, end));
  }

  private static Problem nameless(Position at) {
    return Problem.at(at, 1, "a magic needs a name right after its percent signs")
        .withHint("%%threads, for example");
  }
}
