package io.github.heddle.kernel.usage;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file of `/proc` with lines such as `Pss: 12 kB`. Pure.
///
/// @param text all of it
record KiloByteLines(String text) {
  private static final long KILOBYTE = 1024;

  /// Bytes of the line of that name; nothing where there is none.
  OptionalLong bytes(String name) {
    Matcher line =
        Pattern.compile("(?m)^" + Pattern.quote(name) + ":\\s*(?<number>\\d{1,15}) kB$")
            .matcher(text);
    return line.find()
        ? OptionalLong.of(Long.parseLong(line.group("number")) * KILOBYTE)
        : OptionalLong.empty();
  }
}
